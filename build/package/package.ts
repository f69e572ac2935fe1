/** `npm run package [-- OPTIONS OF ELECTRON-BUILDER]`: builds what is stale and packs it for this system. */
import { ensureBuilt } from '../bundle/bundle.ts';
import { runBuilder } from './run-builder.ts';

await ensureBuilt(console.error);
process.exitCode = await runBuilder(process.argv.slice(2));
if (process.exitCode !== 0) {
  console.error(`
Nothing was packed; electron-builder says why above. Where it could not fetch Electron or one of its tools, name a
mirror in ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR, or an unpacked Electron with -c.electronDist=FOLDER.`);
}

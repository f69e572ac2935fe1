/**
 * `npm run package:verify`: packs Recto for Linux, Windows and macOS on a stand-in for Electron's distribution, where the
 * real one cannot be had, and tests what came out (tests/package). It shows what is inside and that it starts from its
 * archive, not how the real Electron behaves.
 *
 * The stand-in is that of ELECTRON_OVERRIDE_DIST_PATH: beside its folder lies `tools/` with make-stub-dist.mjs, which
 * makes a distribution, and fpm-deb.mjs, which makes a .deb as fpm does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../bundle/bundle.ts';
import { root } from '../bundle/paths.ts';
import { runBuilder } from './run-builder.ts';

/** An executable file of Windows: the stand-in's own is made from it. It comes with electron-builder. */
const windowsProgram = join(root, 'node_modules', 'electron-winstaller', 'vendor', '7z-x64.exe');

process.exitCode = await verify();

async function verify(): Promise<number> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const tools = override === undefined ? undefined : join(override, '..', 'tools');
  if (tools === undefined || !existsSync(join(tools, 'make-stub-dist.mjs'))) {
    console.error(`There is no stand-in for Electron's distribution: ELECTRON_OVERRIDE_DIST_PATH has to name the folder of one.
With the real Electron use "npm run package -- --dir" and start what lies in release/.`);
    return 2;
  }
  await ensureBuilt(console.error);
  const folder = mkdtempSync(join(tmpdir(), 'recto-package-'));
  try {
    for (const step of steps(tools, folder)) {
      console.error(`\n== ${step.name}`);
      const status = await step.run();
      if (status !== 0) return status;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<number> | number;
}

function steps(tools: string, folder: string): Step[] {
  const stub = (platform: string) => join(folder, `electron-${platform}`);
  const makeStub = (platform: string, ...more: string[]) =>
    node([join(tools, 'make-stub-dist.mjs'), stub(platform), platform, ...more]);
  const pack = (platform: string, name: string, args: string[], env?: NodeJS.ProcessEnv) =>
    runBuilder(
      [`-c.electronDist=${stub(platform)}`, `-c.directories.output=${join(folder, name)}`, '--publish=never', ...args],
      env,
    );
  const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'].find((path) => existsSync(path));
  const debTools = {
    CUSTOM_FPM_PATH: join(tools, 'fpm-deb.mjs'),
    ...(sevenZip === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
  };
  return [
    { name: 'Linux', run: () => makeStub('linux') || pack('linux', 'linux', ['--linux', 'dir', '--x64']) },
    {
      name: 'Linux, with a door for the test driver',
      run: () =>
        pack('linux', 'linux-test', [
          ...['--linux', 'dir', '--x64'],
          '-c.electronFuses.enableNodeCliInspectArguments=true',
        ]),
    },
    {
      name: 'Windows',
      run: () =>
        makeStub('win32', windowsProgram) ||
        pack('win32', 'windows', ['--win', 'dir', '--x64', '-c.win.signAndEditExecutable=false']),
    },
    {
      name: 'macOS',
      run: () => makeStub('darwin') || pack('darwin', 'macos', ['--mac', 'dir', '--x64', '-c.mac.identity=null']),
    },
    {
      name: 'Archives and packages of Linux',
      run: () => {
        if (sevenZip === undefined) console.error('Left out tar.gz and zip: they need 7-Zip (Debian: p7zip-full).');
        const targets = sevenZip === undefined ? ['deb'] : ['deb', 'tar.gz', 'zip'];
        const door = '-c.electronFuses.enableNodeCliInspectArguments=true';
        return pack('linux', 'linux-packages', ['--linux', ...targets, '--x64', door], debTools);
      },
    },
    {
      name: 'Tests',
      run: () =>
        node([join(root, 'node_modules', 'playwright', 'cli.js'), 'test', '--project=package'], {
          RECTO_PACKAGES: folder,
        }),
    },
  ];
}

function node(args: string[], env: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** The packed programs that `npm run package:verify` has made, by folder. */
import { join } from 'node:path';

export const packages = process.env.RECTO_PACKAGES ?? '';

interface Packed {
  readonly name: string;
  /** Folder with app.asar. */
  readonly resources: string;
  /** What carries the fuses: the executable, or the framework's of macOS through its .app. */
  readonly fused: string;
}

const mac = join(packages, 'macos', 'mac', 'Recto.app');

export const packed: readonly Packed[] = [
  {
    name: 'Linux',
    resources: join(packages, 'linux', 'linux-unpacked', 'resources'),
    fused: join(packages, 'linux', 'linux-unpacked', 'recto'),
  },
  {
    name: 'Windows',
    resources: join(packages, 'windows', 'win-unpacked', 'resources'),
    fused: join(packages, 'windows', 'win-unpacked', 'Recto.exe'),
  },
  { name: 'macOS', resources: join(mac, 'Contents', 'Resources'), fused: mac },
];

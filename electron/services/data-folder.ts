/** Where a reader's data lives. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The default data folder: `$XDG_DATA_HOME/recto` or `~/.local/share/recto` on Linux and other Unix systems,
 * `~/Library/Application Support/Recto` on macOS, `%APPDATA%\Recto` on Windows.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Recto');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Recto');
  const xdg = env.XDG_DATA_HOME;
  // The XDG specification has relative paths ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'recto');
}

/** Makes the folder where it is missing, for its owner alone: notes are private. Throws the system's error. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

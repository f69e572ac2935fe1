/** What can be told of this Recto without telling what is read or written in it. */
import { readdirSync, statSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import type { Response } from '../../core/contract/channels.ts';
import { defaultSettings } from '../../core/contract/default-settings.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { logFolder, type Log } from './log/log.ts';
import type { Store } from './store/store.ts';

const engineNames = ['electron', 'chrome', 'node', 'v8', 'sqlite'] as const;
const entriesTold = 20;

export interface DiagnosedReader {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly safeMode: boolean;
  readonly dataFolder: string;
  readonly store: Pick<Store, 'counts' | 'settings'>;
  readonly log: Log;
}

/** Versions, sizes in bytes, counts and the newest entries of the log. Throws an error of SQLite where the disk is gone. */
export function diagnose({
  version,
  host,
  safeMode,
  dataFolder,
  store,
  log,
}: DiagnosedReader): Response<'app:diagnose'> {
  const settings = store.settings();
  return {
    version,
    host,
    safeMode,
    platform: process.platform,
    arch: process.arch,
    systemRelease: release(),
    engines: Object.fromEntries(
      engineNames.flatMap((name) => (process.versions[name] ? [[name, process.versions[name]]] : [])),
    ),
    bytes: {
      database: sizeOf(join(dataFolder, 'recto.db')) + sizeOf(join(dataFolder, 'recto.db-wal')),
      snapshots: sizeOf(join(dataFolder, 'snapshots')),
      logs: sizeOf(logFolder(dataFolder)),
    },
    counts: store.counts(),
    changedSettings: (Object.keys(defaultSettings) as (keyof Settings)[]).filter(
      (key) => JSON.stringify(settings[key]) !== JSON.stringify(defaultSettings[key]),
    ),
    log: log.last(entriesTold),
  };
}

/** Bytes of a file, or of the files in a folder; 0 where there is nothing. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.size ?? 0;
  return readdirSync(path).reduce(
    (sum, name) => sum + (statSync(join(path, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

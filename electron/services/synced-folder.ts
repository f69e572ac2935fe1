/** Whether a folder is one that a service carries between machines, or lies on another machine altogether. */
import { existsSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

export interface SyncSigns {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
  /** The number of the file system's kind (statfs(2), `f_type`); undefined where it is not known. */
  readonly fileSystem: (path: string) => number | undefined;
}

const ownSigns: SyncSigns = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  fileSystem: (path) => {
    try {
      return statfsSync(path).type;
    } catch {
      // It is not there yet, or not to be asked: the store itself says what is wrong with it.
      return undefined;
    }
  },
};

/** What a service calls the folder that it keeps, and files by which it knows its own. */
const services: readonly { readonly name: string; readonly folder: RegExp; readonly files?: readonly string[] }[] = [
  { name: 'OneDrive', folder: /^OneDrive(?: - .+)?$/i },
  { name: 'Dropbox', folder: /^Dropbox(?: \(.+\))?$/i, files: ['.dropbox', '.dropbox.cache'] },
  { name: 'iCloud Drive', folder: /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i },
  { name: 'Google Drive', folder: /^(?:Google ?Drive(?:-.+)?|My Drive)$/i, files: ['.tmp.drivedownload'] },
  { name: 'Nextcloud', folder: /^Nextcloud\d*$/i, files: ['.nextcloudsync.log'] },
  { name: 'ownCloud', folder: /^ownCloud\d*$/i, files: ['.owncloudsync.log'] },
  { name: 'Syncthing', folder: /^Syncthing$/i, files: ['.stfolder'] },
  { name: 'Nutstore', folder: /^(?:我的坚果云|坚果云|Nutstore(?: Files)?)$/i },
  { name: 'Baidu Netdisk', folder: /^(?:BaiduSyncdisk|百度网盘同步空间|百度云同步盘)$/i },
  { name: 'pCloud', folder: /^pCloud ?Drive$/i },
  { name: 'MEGA', folder: /^MEGA(?:sync)?$/ },
  { name: 'Proton Drive', folder: /^Proton ?Drive$/i },
];

/** Linux, statfs(2): NFS, SMB, CIFS, SMB 2, AFS, Ceph. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400,
]);

/** The name of the service, `network` for a drive of another machine; undefined where neither shows. */
export function syncedBy(folder: string, signs: SyncSigns = ownSigns): string | undefined {
  const paths = [folder, realPath(folder)];
  for (const path of paths) {
    const found = serviceOf(path, signs);
    if (found !== undefined) return found;
  }
  return paths.some((path) => isOnNetwork(path, signs)) ? 'network' : undefined;
}

function serviceOf(path: string, { platform, env, exists }: SyncSigns): string | undefined {
  const parts = path.split(platform === 'win32' ? /[\\/]/ : /\//);
  // macOS keeps the folders of all such services here, each with the name of an account behind its own.
  const cloud = parts.findIndex((part, at) => part === 'CloudStorage' && parts[at - 1] === 'Library');
  const account = cloud < 0 ? undefined : parts[cloud + 1];
  if (account !== undefined) return account.replace(/-.*$/, '');
  const named = services.find((service) => parts.some((part) => service.folder.test(part)));
  if (named) return named.name;
  const oneDrives = [env.OneDrive, env.OneDriveConsumer, env.OneDriveCommercial];
  if (oneDrives.some((root) => root !== undefined && root !== '' && isWithin(path, root))) return 'OneDrive';
  for (const above of foldersAbove(path)) {
    const marked = services.find(({ files = [] }) => files.some((file) => exists(join(above, file))));
    if (marked) return marked.name;
  }
  return undefined;
}

function isOnNetwork(path: string, { platform, fileSystem }: SyncSigns): boolean {
  // \\server\share; \\?\ and \\.\ name what is here.
  if (platform === 'win32') return /^\\\\[^\\?.]/.test(path);
  return platform === 'linux' && networkFileSystems.has((fileSystem(path) ?? 0) >>> 0);
}

function isWithin(path: string, root: string): boolean {
  const [inner, outer] = [path, root].map((each) => each.replaceAll('/', sep).toLowerCase());
  return inner === outer || (inner ?? '').startsWith(`${outer ?? ''}${sep}`);
}

/** The folder itself first. */
function* foldersAbove(path: string): Generator<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

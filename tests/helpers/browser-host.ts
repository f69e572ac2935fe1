/** Starts the browser host as a user does, as a process of its own, and reads the address that it prints. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from './electron-binary.ts';

export interface RunningHost {
  readonly address: string;
  /** Asks it to end and waits until it has; resolves with its exit status. */
  readonly stop: () => Promise<number | null>;
  /** Resolves when it has ended by itself. */
  readonly ended: Promise<number | null>;
}

/** Rejects with what the host printed when it ends without an address. */
export async function startBrowserHost(options: {
  dataFolder: string;
  bookFolder?: string;
  pageFolder?: string;
  safeMode?: boolean;
  /** More of the command line. */
  args?: readonly string[];
}): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(repository, 'electron', 'cli', 'recto.ts'),
      'serve',
      '--no-open',
      '--data',
      options.dataFolder,
      ...(options.bookFolder === undefined ? [] : ['--book', options.bookFolder]),
      ...(options.pageFolder === undefined ? [] : ['--page', options.pageFolder]),
      ...(options.safeMode === true ? ['--safe-mode'] : []),
      ...(options.args ?? []),
    ],
    { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { address: await printedAddress(child, ended), ended, stop: () => stop(child, ended) };
}

async function printedAddress(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  const printed: string[] = [];
  const found = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        printed.push(line);
        const address = /http:\/\/\S+#code=\S+/.exec(line)?.[0];
        if (address !== undefined) resolve(address);
      });
    }
  });
  const early = ended.then((status) => {
    throw new Error(
      `The browser host ended (${status ?? 'signal'}) before it printed an address:\n${printed.join('\n')}`,
    );
  });
  return Promise.race([found, early]);
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  if (child.exitCode === null) child.kill('SIGTERM');
  return ended;
}

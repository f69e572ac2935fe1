/** Programs of ours as processes of their own. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** Lines of stdout and of stderr so far. */
  readonly out: readonly string[];
  readonly err: readonly string[];
  /** Resolves with the exit status (null: ended by a signal) when it has ended and all its output has come. */
  readonly ended: Promise<number | null>;
  /** Resolves with the first line on either stream that matches; rejects where the child ends without one. */
  readonly line: (pattern: RegExp) => Promise<string>;
}

/** Starts Node with `args`. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    ...options,
    // As from a terminal: vitest's own NODE_ENV would make a build of the page a development one.
    env: { ...(options.env ?? process.env), NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const err: string[] = [];
  const watchers = new Set<() => void>();
  const collect = (stream: NodeJS.ReadableStream | null, lines: string[]) => {
    if (stream === null) throw new Error('the child has no such stream');
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      for (const watch of watchers) watch();
    });
  };
  collect(child.stdout, out);
  collect(child.stderr, err);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
    // It could not even be started.
    child.once('error', (error) => {
      err.push(String(error));
      resolve(null);
    });
  });

  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const watch = () => {
        const found = [...out, ...err].find((text) => pattern.test(text));
        if (found === undefined) return;
        watchers.delete(watch);
        resolve(found);
      };
      watchers.add(watch);
      watch();
      void ended.then(() => reject(new Error(`ended without ${String(pattern)}:\n${[...out, ...err].join('\n')}`)));
    });

  return { process: child, out, err, ended, line };
}

/**
 * `npm run dev`: the page from Vite with hot reload, its calls passed on to the browser host. A change to the page shows at
 * once; after a change to the book, the compiler or a host, start it again.
 *
 * The page comes from Vite's own origin without a content security policy: what the policy forbids is seen by `npm start` and the
 * tests, not here.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createServer, type ProxyOptions } from 'vite';
import { ensureBuilt } from '../bundle/bundle.ts';
import { rendererConfig } from '../bundle/configs.ts';
import { root } from '../bundle/paths.ts';

await ensureBuilt(console.error);
const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    join(root, 'electron', 'cli', 'recto.ts'),
    'serve',
    '--no-open',
    '--data',
    join(root, '.cache', 'dev-data'),
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
const host = new URL(await printedAddress(child));
const passOn: ProxyOptions = {
  // By number: browsers know what `*.localhost` is, but Node asks the system, which need not.
  target: `http://127.0.0.1:${host.port}`,
  // The host answers its own name and origin alone; Vite has checked that the request comes from its page.
  configure: (proxy) =>
    proxy.on('proxyReq', (request) => {
      request.setHeader('host', host.host);
      request.setHeader('origin', host.origin);
    }),
};
const server = await createServer({
  ...rendererConfig,
  logLevel: 'info',
  server: { host: '127.0.0.1', proxy: { '/api': passOn, '/books': passOn } },
});
await server.listen();
console.log(`\nRecto with hot reload: ${server.resolvedUrls?.local[0] ?? ''}${host.hash}\n`);

child.on('exit', (code) => {
  process.exitCode = code ?? 0;
  void server.close();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));

/** The address that the host prints; rejects when it ends before. */
function printedAddress(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (host.stdout === null) throw new Error('The output of the host is not connected.');
    createInterface(host.stdout).on('line', (line) => {
      const address = /http:\/\/\S+#code=\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    host.on('error', reject);
    host.on('exit', (code) => reject(new Error(`The browser host ended with status ${code ?? 'none'} at its start.`)));
  });
}

/**
 * First step of every npm script: `node build/setup/run.mjs SCRIPT [ARGS]`.
 *
 * Plain JavaScript without dependencies, because it runs before there are any, on whatever Node the system has (>= 20).
 * It installs the dependencies when the lock file changed since the last time, then runs SCRIPT on the Node 24 that is
 * among them: the scripts are TypeScript and use node:sqlite, which older versions lack.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.recto-install');
/** Names the process that installs; outside of what npm removes. */
const installing = join(root, '.recto-installing');
const bundledNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

main();

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(`Recto needs Node 20 or newer to start; this is Node ${process.versions.node} (${process.execPath}).`);
  installIfStale();
  const node = major >= 24 ? process.execPath : bundledNode;
  if (!existsSync(node)) {
    stop(
      `Node 24 is missing in ${dirname(node)}. npm was probably told not to run install scripts.\n` +
        `Run "npm rebuild node --foreground-scripts", or use Node 24 or newer yourself.`,
    );
  }
  run(node, process.argv.slice(2));
}

/** Installs exactly what the lock file says, unless that has been done already for this very lock file. */
function installIfStale() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isDone()) return;
  // Two at once would take each other's files away.
  takeTurn();
  if (isDone()) return rmSync(installing, { force: true });
  process.on('exit', () => rmSync(installing, { force: true }));
  process.stderr.write('Installing dependencies (first start, or they changed) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) {
    stop(
      'The dependencies could not be installed; npm says why above. Recto needs the npm registry for this one step.\n' +
        'Once you are connected, run the same command again.',
    );
  }
  writeFileSync(stamp, wanted);
  rmSync(installing, { force: true });
}

/** Waits until no other process installs, and says that this one does. One that has died is not waited for. */
function takeTurn() {
  for (let isTold = false; ; isTold = true) {
    try {
      return writeFileSync(installing, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeftBehind()) rmSync(installing, { force: true });
    else if (!isTold) process.stderr.write(`Another command installs dependencies (${installing}); waiting for it …\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

/** Whether the process that wrote the file is gone. */
function isLeftBehind() {
  try {
    process.kill(Number(readFileSync(installing, 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Runs a script in place of this one: same terminal, signals passed on, its exit status is ours. */
function run(node, args) {
  const env = {
    ...process.env,
    // What a script starts by the name of "node" is this one, too.
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    // Compiled scripts are kept: the host in a browser starts in a third of the time.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'node'),
  };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

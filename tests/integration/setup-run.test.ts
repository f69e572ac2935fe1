import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../build/bundle/paths.ts';

/** Stands for npm: takes its time, and complains where another is at work. */
const npm = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
if (existsSync('busy')) process.exit(1);
writeFileSync('busy', '');
appendFileSync('installs', 'x');
setTimeout(() => { mkdirSync('node_modules', { recursive: true }); rmSync('busy'); }, 700);
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-setup-'));
  await mkdir(join(folder, 'build', 'setup'), { recursive: true });
  await copyFile(join(root, 'build/setup/run.mjs'), join(folder, 'build/setup/run.mjs'));
  await writeFile(join(folder, 'npm.mjs'), npm);
  // The path that npm gives to its scripts ends in .js.
  await writeFile(join(folder, 'npm.js'), "import('./npm.mjs');");
  await writeFile(join(folder, 'say.mjs'), "console.log('ran');");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<string> {
  const child = spawn(process.execPath, ['build/setup/run.mjs', 'say.mjs'], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, 'npm.js') },
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await once(child, 'close');
  return said;
}

const installs = async (): Promise<string> => readFile(join(folder, 'installs'), 'utf8');

it('installs once for three commands that start together, and again when the lock file has changed', async () => {
  await writeFile(join(folder, 'package-lock.json'), 'one');
  for (const said of await Promise.all([start(), start(), start()])) expect(said).toMatch(/ran\n$/);
  expect(await installs()).toBe('x');
  await writeFile(join(folder, 'package-lock.json'), 'two');
  await start();
  await start();
  expect(await installs()).toBe('xx');
});

it('does not wait for one that was ended in the middle', async () => {
  await writeFile(join(folder, 'package-lock.json'), 'three');
  const ended = spawn(process.execPath, ['--version']);
  await once(ended, 'close');
  await writeFile(join(folder, '.recto-installing'), String(ended.pid));
  expect(await start()).toMatch(/ran\n$/);
  expect(await installs()).toBe('xxx');
});

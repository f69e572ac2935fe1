import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from 'playwright/test';
import { expectNoViolations, firstPage, makeDataFolder } from '../electron/launch.ts';
import { packages } from './packages.ts';

/** Starts a packed program, opens the next chapter, and ends it. */
async function readABit(executablePath: string): Promise<void> {
  const dataFolder = await makeDataFolder();
  const app = await _electron.launch({ executablePath, args: [`--user-data-dir=${dataFolder}`, '--lang=en-US'] });
  try {
    expect(await app.evaluate(({ app: program }) => program.isPackaged)).toBe(true);
    const page = await firstPage(app);
    const first = await page.locator('main h1').first().innerText();
    await page.keyboard.press(']');
    await expect(page.locator('main h1').first()).not.toHaveText(first);
    // The bundled fonts and figures come out of the archive, too.
    expect(
      await page.evaluate(() => document.fonts.load('1em "Source Serif 4 Variable"').then((faces) => faces.length)),
    ).toBe(1);
    await expectNoViolations(app);
  } finally {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

test('starts from its archive', () => readABit(join(packages, 'linux-test', 'linux-unpacked', 'recto')));

test('the tar.gz holds the program', async () => {
  const archive = (await made()).find((name) => name.endsWith('.tar.gz'));
  test.skip(archive === undefined, 'there is no 7-Zip here to make one');
  const folder = await mkdtemp(join(tmpdir(), 'recto-unpacked-'));
  run('tar', '-xzf', join(packages, 'linux-packages', archive ?? ''), '-C', folder);
  const [top = ''] = await readdir(folder);
  await readABit(join(folder, top, 'recto'));
  await rm(folder, { recursive: true, force: true });
});

test('the zip is whole', async () => {
  const archive = (await made()).find((name) => name.endsWith('.zip'));
  test.skip(archive === undefined, 'there is no 7-Zip here to make one');
  const listed = run('unzip', '-Z1', join(packages, 'linux-packages', archive ?? ''));
  expect(listed.split('\n')).toEqual(expect.arrayContaining(['recto', 'resources/app.asar']));
});

test('the deb is installed, starts, and is removed without a trace', async () => {
  test.skip(
    process.getuid?.() !== 0 || !existsSync('/usr/bin/dpkg'),
    'only root installs packages, and only on Debian',
  );
  const deb = (await made()).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error('No .deb was made.');
  try {
    run('dpkg', '--force-depends', '-i', join(packages, 'linux-packages', deb));
    const desktop = readFileSync('/usr/share/applications/recto.desktop', 'utf8');
    expect(desktop).toMatch(/^Name=Recto$/m);
    expect(desktop).toMatch(/^Icon=recto$/m);
    expect(desktop).toMatch(/^Categories=Office;$/m);
    expect(desktop).toMatch(/^MimeType=application\/zip;application\/rd-annotations\+json;x-scheme-handler\/recto;$/m);
    expect(desktop).toMatch(/^Exec=\/opt\/Recto\/recto %U$/m);
    expect(existsSync('/usr/share/icons/hicolor/256x256/apps/recto.png')).toBe(true);
    await readABit('/opt/Recto/recto');
  } finally {
    run('dpkg', '--purge', 'recto');
  }
  expect(existsSync('/opt/Recto')).toBe(false);
  expect(existsSync('/usr/share/applications/recto.desktop')).toBe(false);
});

function made(): Promise<string[]> {
  return readdir(join(packages, 'linux-packages'));
}

/** What the program printed. Throws with it where it failed. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
}

/** `npm run icons`: all icon files from build/icons/recto.svg, drawn by Chromium. They are committed: a build needs no browser. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { root } from '../bundle/paths.ts';
import { testChromium } from '../setup/chromium.ts';
import { icnsFile, icoFile, type IconPicture } from './icon-files.ts';

const folder = join(root, 'build', 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** What Linux desktops look for; electron-builder takes the sizes from the names. */
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];

const pictures = await draw(await readFile(join(folder, 'recto.svg'), 'utf8'));
await mkdir(join(folder, 'linux'), { recursive: true });
for (const { size, png } of pictures.filter((picture) => linuxSizes.includes(picture.size))) {
  await writeFile(join(folder, 'linux', `${size}x${size}.png`), png);
}
await writeFile(join(folder, 'icon.ico'), icoFile(pictures.filter(({ size }) => size <= 256)));
await writeFile(join(folder, 'icon.icns'), icnsFile(pictures));

async function draw(svg: string): Promise<IconPicture[]> {
  const executablePath = testChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const drawn: IconPicture[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>html,body{margin:0;background:none}svg{display:block;width:100vw}</style>${svg}`);
      drawn.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { atRest } from './person.ts';

const banner = (page: Page) => page.getByRole('complementary', { name: /由Syncthing同步/ });

test('says that a service synchronises the data folder and what to do, until the reader has seen it', async ({
  page,
  reader,
}) => {
  await expect(banner(page)).toHaveCount(0);
  await mkdir(join(reader.dataFolder, '.stfolder'));
  const told = await reader.restart();
  await expect(banner(told)).toContainText(reader.dataFolder);
  await expect(banner(told)).toContainText('--data');
  expect(await findings(told)).toEqual([]);
  await banner(told).getByRole('button').click();
  await expect(banner(told)).toHaveCount(0);
  const again = await reader.restart();
  await atRest(again);
  await expect(banner(again)).toHaveCount(0);
});

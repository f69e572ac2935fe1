import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../core/contract/default-settings.ts';
import { failure } from '../../../../core/contract/result.ts';
import type { Settings } from '../../../../core/contract/settings.ts';
import { findResource } from '../../../../electron/services/resources.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>\n<html lang="en"><body></body></html>');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pageWith(theme: Settings['theme']): Promise<string | undefined> {
  const services = {
    settings: () => ({ ...defaultSettings, theme }),
    bookFile: () => Promise.resolve(failure('not-found', {})),
  };
  const found = await findResource(services, folder, '/');
  return found.ok ? found.value.body?.toString() : undefined;
}

describe('the page itself', () => {
  it('has the theme that was chosen, before any script runs', async () => {
    expect(await pageWith('sepia')).toBe('<!doctype html>\n<html data-theme="sepia" lang="en"><body></body></html>');
  });

  it('is as it was built where the theme follows the system', async () => {
    expect(await pageWith('system')).toBe('<!doctype html>\n<html lang="en"><body></body></html>');
  });
});

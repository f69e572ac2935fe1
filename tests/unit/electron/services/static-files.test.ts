import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentTypeOf, resolveFile } from '../../../../electron/services/static-files.ts';
import { tempFolder } from '../../../integration/tiny-bundle.ts';

let root: string;

beforeAll(async () => {
  const folder = await tempFolder();
  root = join(folder, 'page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'page-evil'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'page-evil', 'x.txt'), 'secret');
  await writeFile(join(root, 'index.html'), '<p>');
  await writeFile(join(root, '..notes.txt'), 'a name like any other');
  await writeFile(join(root, 'assets', '图 1.svg'), '<svg/>');
  await symlink(join(folder, 'secret.txt'), join(root, 'link-out.txt'));
  await symlink(join(folder, 'page-evil'), join(root, 'folder-out'));
  await symlink(join(root, 'index.html'), join(root, 'link-in.html'));
  await symlink(join(root, 'loop'), join(root, 'loop'));
});

describe('a path of the page', () => {
  it('leads to index.html when it is the root', async () => {
    expect(await resolveFile(root, '/')).toEqual({
      ok: true,
      value: { path: join(root, 'index.html'), contentType: 'text/html; charset=utf-8' },
    });
  });

  it.each([
    ['/assets/%E5%9B%BE%201.svg', join('assets', '图 1.svg')],
    ['/..notes.txt', '..notes.txt'],
    ['/link-in.html', 'index.html'],
  ])('%s leads to a file inside', async (path, file) => {
    expect(await resolveFile(root, path)).toMatchObject({ ok: true, value: { path: join(root, file) } });
  });

  it.each([
    '',
    'index.html',
    '//index.html',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/.%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '/..;/secret.txt',
    '/../page-evil/x.txt',
    '/folder-out/x.txt',
    '/link-out.txt',
    '/loop',
    '/index.html%00.png',
    '/index.html::$DATA',
    '/C:/windows/win.ini',
    '/etc/passwd',
    '/%2fetc%2fpasswd',
    '/%ff',
    '/%',
    '/index.html/',
    '/index.html/x',
    '/./index.html',
    '/missing.html',
  ])('%j leads nowhere', async (path) => {
    expect(await resolveFile(root, path)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a content type', () => {
  it('comes from the extension, and is never left open', () => {
    expect(contentTypeOf('a.JS')).toBe('text/javascript; charset=utf-8');
    expect(contentTypeOf('a.woff2')).toBe('font/woff2');
    expect(contentTypeOf('a.exe')).toBe('application/octet-stream');
    expect(contentTypeOf('constructor')).toBe('application/octet-stream');
  });
});

import { describe, expect, it } from 'vitest';
import { readKeysFile, writeKeysFile } from '../../../../core/keys/keys-file.ts';

const known = ['find.open', 'marks.show', 'print'];
const file = (keys: unknown, version: unknown = 1) => JSON.stringify({ format: 'recto-keys', version, keys });

describe('the file of keys', () => {
  it('comes back as it was written', () => {
    const changed = { 'marks.show': ['Mod+Shift+M', '?'], 'find.open': [] };
    expect(readKeysFile(writeKeysFile(changed), known)).toEqual({ ok: true, keys: changed, unknown: [] });
  });

  it('names the commands that this version does not have, and takes the others', () => {
    const read = readKeysFile(file({ print: ['Mod+P'], 'new.command': ['X'] }), known);
    expect(read).toEqual({ ok: true, keys: { print: ['Mod+P'] }, unknown: ['new.command'] });
  });

  it.each([
    ['', 'not-keys', ''],
    ['[]', 'not-keys', ''],
    ['{"format":"recto-backup"}', 'not-keys', ''],
    [file({}, 2), 'newer', '2'],
    [file({ print: 'Mod+P' }), 'not-a-list', 'print'],
    [file({ print: ['1', '2', '3', '4', '5'] }), 'not-a-list', 'print'],
    [file({ print: ['Strg+P'] }), 'not-a-key', 'Strg+P'],
    [file({ print: [5] }), 'not-a-key', 'print'],
    [file({ print: ['Mod+P'], 'find.open': ['Mod+P'] }), 'twice', 'Mod+P'],
  ])('is refused as a whole where it is %j', (text, kind, what) => {
    expect(readKeysFile(text, known)).toEqual({ ok: false, problem: { kind, what } });
  });
});

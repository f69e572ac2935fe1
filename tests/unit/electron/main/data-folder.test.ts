import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedDataFolder } from '../../../../electron/main/data-folder.ts';

describe('namedDataFolder', () => {
  it.each([
    [['electron', '.', '--data', '/a/b']],
    [['electron', '.', '--data=/a/b']],
    [['electron', '--data=/a/b', '.']],
    [['recto', '--data', '/a/b', '--lang=en']],
  ])('finds the folder in %j', (argv) => {
    expect(namedDataFolder(argv, '/somewhere')).toBe(resolve('/a/b'));
  });

  it('takes a relative folder from where the program was started', () => {
    expect(namedDataFolder(['electron', '.', '--data', 'notes'], '/somewhere')).toBe(resolve('/somewhere/notes'));
  });

  it.each([[[]], [['electron', '.']], [['electron', '.', '--database=/a']], [['electron', '.', '--data']]])(
    'finds none in %j',
    (argv) => {
      expect(namedDataFolder(argv, '/somewhere')).toBeUndefined();
    },
  );
});

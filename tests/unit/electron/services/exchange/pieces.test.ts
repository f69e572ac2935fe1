import { expect, test } from 'vitest';
import { keepPieces } from '../../../../../electron/services/exchange/pieces.ts';

const missing = { ok: false, problem: { code: 'unreadable', what: 'a part of the file is missing' } };

test('a file is whole with its last piece, also where a character was cut in two, and is forgotten then', () => {
  const pieces = keepPieces();
  const [high = '', low = ''] = '😀'.split('');
  pieces.add('a', `one ${high}`);
  pieces.add('b', 'of another window');
  expect(pieces.take('a', `${low} two`)).toEqual({ ok: true, value: 'one 😀 two' });
  expect(pieces.take('a', 'three')).toEqual(missing);
  expect(pieces.take('b', '')).toEqual({ ok: true, value: 'of another window' });
});

test('what was begun before two others has been given up', () => {
  const pieces = keepPieces();
  for (const file of ['a', 'b', 'c']) pieces.add(file, file);
  expect(pieces.take('a', '')).toEqual(missing);
  expect(pieces.take('c', '')).toEqual({ ok: true, value: 'c' });
});

test('a file that gets too long is refused and forgotten', () => {
  const pieces = keepPieces(1024 * 1024);
  const half = 'x'.repeat(512 * 1024);
  expect(pieces.add('a', half)).toMatchObject({ ok: true });
  expect(pieces.add('a', half)).toMatchObject({ ok: true });
  expect(pieces.add('a', 'x')).toEqual({ ok: false, problem: { code: 'too-large', what: '1 MiB' } });
  expect(pieces.take('a', '')).toEqual(missing);
});

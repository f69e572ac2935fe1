import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../../build/package/icon-files.ts';

const picture = (size: number, ...bytes: number[]) => ({ size, png: Uint8Array.from(bytes) });

describe('icoFile', () => {
  it('names each picture with its size, length and offset', () => {
    const file = Buffer.from(icoFile([picture(16, 1, 2, 3), picture(256, 4, 5)]));
    expect([...file.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0]);
    const entry = (index: number) => {
      const at = 6 + 16 * index;
      return [file[at], file[at + 1], file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    };
    expect(entry(0)).toEqual([16, 16, 3, 38]);
    // A size of 256 is written as 0.
    expect(entry(1)).toEqual([0, 0, 2, 41]);
    expect([...file.subarray(38)]).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses a picture that is too large to be named', () => {
    expect(() => icoFile([picture(512)])).toThrow(RangeError);
  });
});

describe('icnsFile', () => {
  it('is as long as it says, and holds each picture under every type of its size', () => {
    const file = Buffer.from(icnsFile([picture(16, 9), picture(256, 1, 2)]));
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    expect(file.toString('latin1', 8, 12)).toBe('ic08');
    expect(file.readUInt32BE(12)).toBe(10);
    expect(file.toString('latin1', 18, 22)).toBe('ic13');
    expect(file.length).toBe(28);
  });
});

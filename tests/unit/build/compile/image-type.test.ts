import { describe, expect, it } from 'vitest';
import { readImageInfo } from '../../../../build/compile/image-type.ts';

/** Bytes written as text: `\xNN` and Latin-1 characters. */
function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

const jpegApp = '\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00';
const jpegFrame = '\xff\xc0\x00\x11\x08\x00\x14\x00\x1e\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01';

describe('readImageInfo', () => {
  it.each([
    ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x1e\x00\x00\x00\x14'],
    ['jpeg', `\xff\xd8${jpegApp}\xff\xff\xdb\x00\x04\x00\x00${jpegFrame}`],
    ['gif', 'GIF89a\x1e\x00\x14\x00'],
    ['webp', `RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1d\x00\x00\x13\x00\x00`],
    ['webp', `RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x1e\x00\x14\x00`],
    ['webp', `RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f\x1d\xc0\x04\x00`],
    [
      'avif',
      '\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1....ispe\x00\x00\x00\x00\x00\x00\x00\x1e\x00\x00\x00\x14',
    ],
    ['svg', '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE svg PUBLIC "a" "b">\n<svg width="30px" height="20">'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">'],
  ])('knows a %s picture and its size by its bytes', (type, text) => {
    expect(readImageInfo(bytes(text))).toEqual({ type, width: 30, height: 20 });
  });

  it('knows no size where the header ends early', () => {
    expect(readImageInfo(bytes('\x89PNG\r\n\x1a\n'))).toEqual({ type: 'png', width: undefined, height: undefined });
    expect(readImageInfo(bytes('\xff\xd8\xff\xe0\x00\x00'))).toMatchObject({ type: 'jpeg', width: undefined });
  });

  it('takes nothing else for a picture', () => {
    for (const text of ['', '<html><svg>', 'not a picture', 'RIFF....WAVE', '%PDF-1.7']) {
      expect(readImageInfo(bytes(text))).toBeUndefined();
    }
  });
});

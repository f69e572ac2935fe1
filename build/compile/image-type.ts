/** What a picture is, told by its bytes: names lie (a JPEG may well be called `.png`). */

export type ImageType = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg' | 'avif';

export interface ImageInfo {
  readonly type: ImageType;
  /** CSS pixels; undefined where the file does not tell. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** File extensions by type, the first is the one we write. */
export const imageExtensions: Readonly<Record<ImageType, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  gif: ['gif'],
  webp: ['webp'],
  svg: ['svg'],
  avif: ['avif'],
};

/** Type and size of a picture; undefined for anything else. Reads headers only, never fails on broken files. */
export function readImageInfo(bytes: Buffer): ImageInfo | undefined {
  const ascii = (start: number, end: number): string => bytes.toString('latin1', start, end);
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return sized('png', at(bytes, 16, 4), at(bytes, 20, 4));
  if (ascii(0, 3) === '\xff\xd8\xff') return readJpeg(bytes);
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return sized('gif', at(bytes, 6, 2, true), at(bytes, 8, 2, true));
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return readWebp(bytes, ascii(12, 16));
  if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 40))) return readAvif(bytes);
  return readSvg(bytes);
}

function sized(type: ImageType, width: number | undefined, height: number | undefined): ImageInfo {
  const known = width !== undefined && height !== undefined && width > 0 && height > 0;
  return known ? { type, width, height } : { type, width: undefined, height: undefined };
}

/** An unsigned integer of the file, undefined past its end. */
function at(bytes: Buffer, offset: number, length: number, littleEndian = false): number | undefined {
  if (offset + length > bytes.length) return undefined;
  return littleEndian ? bytes.readUIntLE(offset, length) : bytes.readUIntBE(offset, length);
}

/** Walks the segments to the frame header (SOF0..SOF15 without DHT, JPG and DAC; ITU T.81, B.1.1.3). */
function readJpeg(bytes: Buffer): ImageInfo {
  let offset = 2;
  while (offset + 4 <= bytes.length && bytes[offset] === 0xff) {
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized('jpeg', at(bytes, offset + 7, 2), at(bytes, offset + 5, 2));
    offset += 2 + Math.max(at(bytes, offset + 2, 2) ?? 0, 2);
  }
  return sized('jpeg', undefined, undefined);
}

/** Three encodings, each with its own header (WebP container specification). */
function readWebp(bytes: Buffer, chunk: string): ImageInfo {
  const plus = (value: number | undefined): number | undefined => (value === undefined ? undefined : value + 1);
  if (chunk === 'VP8X') return sized('webp', plus(at(bytes, 24, 3, true)), plus(at(bytes, 27, 3, true)));
  if (chunk === 'VP8L') {
    const bits = at(bytes, 21, 4, true);
    return bits === undefined
      ? sized('webp', undefined, undefined)
      : sized('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  const [width, height] = [at(bytes, 26, 2, true), at(bytes, 28, 2, true)];
  return sized(
    'webp',
    width === undefined ? undefined : width & 0x3fff,
    height === undefined ? undefined : height & 0x3fff,
  );
}

/** The first `ispe` property gives the size of the picture (ISO/IEC 23008-12, 6.5.3). */
function readAvif(bytes: Buffer): ImageInfo {
  const box = bytes.subarray(0, 4096).indexOf('ispe', 0, 'latin1');
  return box < 0 ? sized('avif', undefined, undefined) : sized('avif', at(bytes, box + 8, 4), at(bytes, box + 12, 4));
}

/** An SVG starts with `<svg` after an XML declaration, comments and a document type. */
function readSvg(bytes: Buffer): ImageInfo | undefined {
  const text = bytes.toString('utf8', 0, 65536).replace(/^\uFEFF/, '');
  const tag =
    /^\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*(<svg\b[^>]*>)/i.exec(
      text,
    )?.[1];
  if (tag === undefined) return undefined;
  const length = (name: string): number | undefined => {
    const value = new RegExp(String.raw`\s${name}\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']`).exec(tag)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  const width = length('width') ?? (box?.[1] === undefined ? undefined : Number(box[1]));
  const height = length('height') ?? (box?.[2] === undefined ? undefined : Number(box[2]));
  return sized(
    'svg',
    width === undefined ? undefined : Math.round(width),
    height === undefined ? undefined : Math.round(height),
  );
}

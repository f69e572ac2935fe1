/**
 * Texts and lists of numbers as flat bytes that are used where they lie: opening an index decodes nothing. Texts are kept as
 * UTF-16 units, those of Latin letters alone with one byte a unit, and become strings when they are asked for.
 */

/** Arrays of a file by name; what they mean is the business of the one who wrote them. */
export type Arrays = Readonly<Record<string, Uint8Array | Uint32Array>>;

const magic = 0x58495352; // "RSIX"

/**
 * One file: the mark, the length of a JSON directory, the directory, and the arrays, each at a multiple of four bytes.
 * Little-endian, as every machine is that Recto runs on. The same arrays give the same bytes.
 */
export function writeArrays(arrays: Arrays): Uint8Array {
  const names = Object.keys(arrays).sort();
  let end = 0;
  const places = names.map((name) => {
    const array = arrays[name] ?? new Uint8Array();
    const start = end;
    end = start + aligned(array.byteLength);
    return [name, array instanceof Uint32Array ? 4 : 1, start, array.length];
  });
  const directory = latin1Bytes(JSON.stringify(places));
  const base = 8 + aligned(directory.length);
  const file = new Uint8Array(base + end);
  new Uint32Array(file.buffer, 0, 2).set([magic, directory.length]);
  file.set(directory, 8);
  for (const [at, name] of names.entries()) {
    const array = arrays[name] ?? new Uint8Array();
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    file.set(bytes, base + Number(places[at]?.[2]));
  }
  return file;
}

/** The arrays of a file as views of its bytes. Throws a RangeError for anything that `writeArrays` did not write. */
export function readArrays(file: Uint8Array): Arrays {
  // Views of four bytes have to lie at multiples of four; a slice of a larger buffer may not.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  if (bytes.length < 8) throw new RangeError('This is not a search index: it is too short.');
  const [mark, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (mark !== magic) throw new RangeError('This is not a search index: its first bytes are others.');
  const directory = readDirectory(bytes.subarray(8, 8 + length));
  const base = bytes.byteOffset + 8 + aligned(length);
  return Object.fromEntries(
    directory.map(([name, size, start, count]) => [
      name,
      size === 4
        ? new Uint32Array(bytes.buffer, base + start, count)
        : new Uint8Array(bytes.buffer, base + start, count),
    ]),
  );
}

/** An array of a file that has to be there. */
export function bytesOf(arrays: Arrays, name: string): Uint8Array {
  const found = arrays[name];
  if (!(found instanceof Uint8Array)) throw new RangeError(`This search index has no ${name}.`);
  return found;
}

/** The same, for numbers of four bytes. */
export function numbersOf(arrays: Arrays, name: string): Uint32Array {
  const found = arrays[name];
  if (!(found instanceof Uint32Array)) throw new RangeError(`This search index has no ${name}.`);
  return found;
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}

type Directory = readonly (readonly [name: string, size: number, start: number, count: number])[];

function readDirectory(bytes: Uint8Array): Directory {
  try {
    return JSON.parse(charactersOf(bytes)) as Directory;
  } catch (error) {
    throw new RangeError('This is not a search index: its directory cannot be read.', { cause: error });
  }
}

function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Many texts in one array. */
export interface PackedTexts {
  readonly count: number;
  readonly at: (index: number) => string;
}

/** Entry `i` stands at `ends[i - 1]` up to `ends[i]`; its last byte says how wide its characters are. */
export function packTexts(texts: readonly string[], name: string): Record<string, Uint8Array | Uint32Array> {
  const ends = new Uint32Array(texts.length);
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (const [at, text] of texts.entries()) {
    const piece = packText(text);
    pieces.push(piece);
    end += piece.length;
    ends[at] = end;
  }
  const bytes = new Uint8Array(end);
  let start = 0;
  for (const piece of pieces) {
    bytes.set(piece, start);
    start += piece.length;
  }
  return { [name]: bytes, [`${name}.ends`]: ends };
}

const narrow = 1;
const wide = 2;

function packText(text: string): Uint8Array {
  let widest = 0;
  for (let at = 0; at < text.length; at += 1) widest |= text.charCodeAt(at);
  const width = widest > 0xff ? wide : narrow;
  const bytes = new Uint8Array(text.length * width + 1);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes[at * width] = unit & 0xff;
    if (width === wide) bytes[at * width + 1] = unit >> 8;
  }
  bytes[bytes.length - 1] = width;
  return bytes;
}

/** The texts that `packTexts` wrote under that name. */
export function unpackTexts(arrays: Arrays, name: string): PackedTexts {
  const bytes = bytesOf(arrays, name);
  const ends = numbersOf(arrays, `${name}.ends`);
  return {
    count: ends.length,
    at: (index) => {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const end = (ends[index] ?? 1) - 1;
      return bytes[end] === wide ? wideCharactersOf(bytes.slice(start, end)) : charactersOf(bytes.subarray(start, end));
    },
  };
}

/** Takes bytes of its own: two bytes have to lie at a multiple of two. */
function wideCharactersOf(own: Uint8Array): string {
  return charactersOf(new Uint16Array(own.buffer, own.byteOffset, own.length / 2));
}

/** Not more at once than a call may have arguments. */
const chunk = 8192;

function charactersOf(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += chunk) {
    text += String.fromCharCode.apply(undefined, units.subarray(at, at + chunk) as unknown as number[]);
  }
  return text;
}

/** Numbers of seven bits a byte, the lowest first; all bytes but the last have the eighth bit set. */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}

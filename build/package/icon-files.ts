/** Icon files of Windows and macOS: containers of PNG pictures. */

/** A square picture. */
export interface IconPicture {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}

/**
 * An .ico file: a directory of 16-byte entries, then the pictures. Windows has read PNG entries since Vista.
 * Throws a RangeError for a picture of more than 256 pixels, which the format cannot name.
 */
export function icoFile(pictures: readonly IconPicture[]): Uint8Array {
  const directoryBytes = 6 + 16 * pictures.length;
  const directory = Buffer.alloc(directoryBytes);
  directory.writeUInt16LE(1, 2); // an icon, not a cursor
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directoryBytes;
  pictures.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError(`An .ico file has no pictures of ${size} pixels.`);
    const at = 6 + 16 * index;
    directory.writeUInt8(size % 256, at); // 256 is written as 0
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4); // planes
    directory.writeUInt16LE(32, at + 6); // bits a pixel
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** Types of the PNG entries of an .icns file, by pixels; `ic11` to `ic14` are those of screens of double density. */
const icnsTypes: readonly (readonly [size: number, type: string])[] = [
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [256, 'ic13'],
  [512, 'ic09'],
  [512, 'ic14'],
  [1024, 'ic10'],
];

/** An .icns file with every type that a picture is there for. */
export function icnsFile(pictures: readonly IconPicture[]): Uint8Array {
  const entries = icnsTypes.flatMap(([size, type]) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    return picture ? [chunk(type, picture.png)] : [];
  });
  return chunk('icns', Buffer.concat(entries));
}

/** Four letters, the length with these eight bytes, and what is in it. */
function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}

/** Files of marks that come in piece by piece, until they are whole. */
import { mostImportChars } from '../../../core/contract/mark-limits.ts';
import { problem, type Read } from '../../../core/marks/exchange/problem.ts';

export interface Pieces {
  /** The next piece of a file. Fails with too-large, and forgets the file. */
  readonly add: (file: string, piece: string) => Read<undefined>;
  /** The file with its last piece, and forgets it. Fails with too-large, and with unreadable where pieces are missing. */
  readonly take: (file: string, last: string) => Read<string>;
}

/** Two windows may bring one each; what was begun before those has been given up. */
const mostAtOnce = 2;

export function keepPieces(mostChars = mostImportChars): Pieces {
  const files = new Map<string, { readonly pieces: string[]; chars: number }>();

  function add(file: string, piece: string): Read<undefined> {
    const known = files.get(file) ?? { pieces: [], chars: 0 };
    known.pieces.push(piece);
    known.chars += piece.length;
    if (known.chars > mostChars) {
      files.delete(file);
      return problem('too-large', `${String(mostChars / 1024 / 1024)} MiB`);
    }
    files.set(file, known);
    for (const oldest of files.keys()) {
      if (files.size <= mostAtOnce) break;
      files.delete(oldest);
    }
    return { ok: true, value: undefined };
  }

  return {
    add,
    take(file, last) {
      if (!files.has(file)) return problem('unreadable', 'a part of the file is missing');
      const added = add(file, last);
      if (!added.ok) return added;
      const text = files.get(file)?.pieces.join('') ?? '';
      files.delete(file);
      return { ok: true, value: text };
    },
  };
}

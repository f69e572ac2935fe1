/** A life of marks as a row of steps that is the same every time: for a process that is killed somewhere in it. */
import { success, type Result } from '../../core/contract/result.ts';
import type { Store } from '../../electron/services/store/store.ts';
import { tinyManifest } from './tiny-bundle.ts';

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const fastening = { target: 'book', anchor: null, blockKind: null } as const;

/** Steps in each round of a life: three marks are made, one of them stays deleted, all were edited. */
const stepsInRound = 6;

/** Carries out step `number` (0, 1, …); every step before it has been carried out. */
export function takeStep({ marks }: Store, number: number): Result<unknown> {
  const round = Math.floor(number / stepsInRound);
  const id = idOf(round);
  const revision = marks.list(tinyManifest.id).find((mark) => mark.id === id)?.revision ?? 1;
  const edit = (body: string) => marks.change(tinyManifest, [{ do: 'edit', id, revision, patch: { body } }]);
  switch (number % stepsInRound) {
    case 0:
      return marks.change(tinyManifest, [
        { do: 'add', id, kind: 'note', fastening, content: { body: `note ${String(round)}`, tags: ['a', 'b'] } },
      ]);
    case 1:
      return edit(`note ${String(round)}, again`);
    case 2:
      return marks.turn(tinyManifest.id, 'undo');
    case 3:
      return marks.turn(tinyManifest.id, 'redo');
    case 4:
      return marks.saveDraft(tinyManifest, { id, spot: null, body: `draft ${String(round)}` });
    default:
      return round % 3 === 0 ? marks.change(tinyManifest, [{ do: 'delete', id }]) : success({});
  }
}

/** What the store has to hold after so many steps, as `describeLife` writes it. */
export function expectedLife(steps: number): string[] {
  const lines: string[] = [];
  for (let round = 0; round * stepsInRound < steps; round += 1) {
    const done = Math.min(stepsInRound, steps - round * stepsInRound);
    if (done === stepsInRound && round % 3 === 0) continue;
    const again = done === 2 || done >= 4;
    lines.push(`${idOf(round)} note ${String(round)}${again ? ', again' : ''} [a,b]`);
  }
  return lines;
}

export function describeLife({ marks }: Store): string[] {
  return marks.list(tinyManifest.id).map(({ id, body, tags }) => `${id} ${body ?? ''} [${tags.join(',')}]`);
}

/** Drafts that have to be there, by their words. */
export function expectedDrafts(steps: number): string[] {
  const rounds = Math.floor((steps + 1) / stepsInRound);
  return Array.from({ length: rounds }, (_, round) => `draft ${String(round)}`);
}

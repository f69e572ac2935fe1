/** What a store of marks has to hold after any row of changes, undone and redone: kept in plain maps, without a database. */

export interface Row {
  readonly body: string;
  readonly color: string;
  readonly inBin: boolean;
}

interface Part {
  readonly id: string;
  readonly before: Row | undefined;
  readonly after: Row;
}

/** As many steps as the store keeps for a book. */
const stepsKept = 200;

export class SoakModel {
  readonly rows = new Map<string, Row>();
  #steps: { parts: readonly Part[] }[] = [];
  /** How many of the steps are not undone. */
  #done = 0;

  ids(where: 'list' | 'bin'): string[] {
    return [...this.rows].flatMap(([id, { inBin }]) => (inBin === (where === 'bin') ? [id] : []));
  }

  /** One step; what changes nothing is no part of it. */
  change(rows: readonly (readonly [id: string, after: Row])[]): void {
    const parts = rows.flatMap(([id, after]): Part[] => {
      const before = this.rows.get(id);
      this.rows.set(id, after);
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ id, before, after }];
    });
    if (parts.length === 0) return;
    this.#steps = [...this.#steps.slice(0, this.#done), { parts }].slice(-stepsKept);
    this.#done = this.#steps.length;
  }

  undo(): void {
    const step = this.#steps[this.#done - 1];
    if (!step) return;
    this.#done -= 1;
    for (const { id, before, after } of step.parts) this.rows.set(id, before ?? { ...after, inBin: true });
  }

  redo(): void {
    const step = this.#steps[this.#done];
    if (!step) return;
    this.#done += 1;
    for (const { id, after } of step.parts) this.rows.set(id, after);
  }

  /** Out of the bin for good, and out of every step. */
  erase(ids: readonly string[]): void {
    for (const id of ids) this.rows.delete(id);
    const left = this.#steps.map(({ parts }, at) => ({
      parts: parts.filter(({ id }) => !ids.includes(id)),
      isDone: at < this.#done,
    }));
    const kept = left.filter(({ parts }) => parts.length > 0);
    this.#done = kept.filter(({ isDone }) => isDone).length;
    this.#steps = kept;
  }

  /** How many marks "undo" and "redo" would change. */
  history(): { readonly undo: number; readonly redo: number } {
    return {
      undo: this.#steps[this.#done - 1]?.parts.length ?? 0,
      redo: this.#steps[this.#done]?.parts.length ?? 0,
    };
  }
}

import type { HostApi } from '../../../core/contract/channels.ts';
import type { PlacedMark } from '../../../core/contract/marks.ts';
import type { Result } from '../../../core/contract/result.ts';

/** All marks of a book as they are in the store, part by part. Fails with what `marks:list` fails with. */
export async function allMarks(host: Pick<HostApi, 'marks:list'>, bookId: string): Promise<Result<PlacedMark[]>> {
  const marks: PlacedMark[] = [];
  let after: number | undefined;
  for (;;) {
    const part = await host['marks:list']({ bookId, ...(after === undefined ? {} : { after }) });
    if (!part.ok) return part;
    marks.push(...part.value.marks);
    if (part.value.next === null) return { ok: true, value: marks };
    after = part.value.next;
  }
}

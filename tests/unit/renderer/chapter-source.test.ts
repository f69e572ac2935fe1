import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../../core/book/model.ts';
import type { Result } from '../../../core/contract/result.ts';
import { createChapterSource, type ChapterId } from '../../../renderer/app/chapter-source.ts';

const id = (chapterId: string, lang = 'zh'): ChapterId => ({ bookId: 'book', chapterId, lang });
const chapter = ({ chapterId, lang }: ChapterId): Chapter => ({ id: chapterId, lang, title: chapterId, sections: [] });

function source(answer: (id: ChapterId) => Result<Chapter> = (asked) => ({ ok: true, value: chapter(asked) })) {
  const asked: string[] = [];
  const idle: (() => void)[] = [];
  const prepared: string[] = [];
  const created = createChapterSource({
    read(wanted) {
      asked.push(`${wanted.chapterId} ${wanted.lang}`);
      return Promise.resolve(answer(wanted));
    },
    whenIdle: (work) => idle.push(work),
    prepare: (ready, bookId) => prepared.push(`${bookId} ${ready.id}`),
  });
  return { ...created, asked, idle, prepared };
}

describe('the source of chapters', () => {
  it('asks the host once, also when the second wish comes before the answer', async () => {
    const { read, asked } = source();
    const [first, second] = await Promise.all([read(id('a')), read(id('a'))]);
    expect(first).toBe(second);
    await read(id('a'));
    await read(id('a', 'en'));
    expect(asked).toEqual(['a zh', 'a en']);
  });

  it('asks again after a failure', async () => {
    let failing = true;
    const { read, asked } = source((wanted) =>
      failing
        ? { ok: false, error: { code: 'host-gone', details: { what: wanted.chapterId } } }
        : { ok: true, value: chapter(wanted) },
    );
    expect(await read(id('a'))).toMatchObject({ ok: false });
    failing = false;
    expect(await read(id('a'))).toMatchObject({ ok: true });
    expect(asked).toHaveLength(2);
  });

  it('fetches ahead when the page is idle, and only what is not there, and makes it ready', async () => {
    const { read, keep, ahead, asked, idle, prepared } = source();
    keep(id('a'), chapter(id('a')));
    ahead([id('a'), id('b')]);
    expect(asked).toEqual([]);
    idle.splice(0).forEach((work) => work());
    expect(asked).toEqual(['b zh']);
    await read(id('b'));
    expect(asked).toEqual(['b zh']);
    expect(prepared).toEqual([]);
    idle.forEach((work) => work());
    expect(prepared).toEqual(['book b']);
  });

  it('keeps the last ones that were used, and no more', async () => {
    const { read, asked } = source();
    for (const name of 'abcdefgh') await read(id(name));
    await read(id('a'));
    await read(id('i'));
    asked.length = 0;
    await read(id('a'));
    await read(id('b'));
    expect(asked).toEqual(['b zh']);
  });
});

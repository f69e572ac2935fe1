import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { formatReviews } from '../../build/compile/report-text.ts';
import { sentencesEn } from '../../core/book/sentences/en.ts';
import { inWords } from '../../core/book/sentences/say.ts';
import { lines, makeBook, makeFolder, rectoFiles, removeFolders } from './compile-books.ts';

afterEach(removeFolders);

const sources = 'sources: [{ source: The original, seen: 2026-01-02 }]';
const inner = `text: { zh: none, en: none }\n${sources}\nfacts:\n  - { fact: A listing, at: more.1, says: [ls] }\n`;
const start = `text: { zh: none, en: none }
${sources}
facts:
  - { fact: There is an inner part, at: [start.1, inner/more.1] }
  - { fact: There is an outer part, out: There is none }
mistakes:
  - { mistake: It called the inner part outer, at: start.1 }
`;

/** The tiny book as one that is reviewed; the fingerprints are those of its text unless `stamp` is false. */
async function reviewed(changes: Record<string, string> = {}, stamp = true): Promise<string> {
  const plain = rectoFiles();
  const folder = await makeBook({
    ...plain,
    'book.yaml': plain['book.yaml']?.replace('contents:', 'reviewed: true\ncontents:') ?? '',
    'review/start.yaml': start,
    'review/inner.yaml': inner,
    ...changes,
  });
  if (stamp) await stampAll(folder);
  return folder;
}

/** Does what the report says: puts the fingerprints it names into the reviews. */
async function stampAll(folder: string): Promise<void> {
  const { report } = await checkBook(folder);
  for (const { code, file, message } of report) {
    const [, lang = '', now = ''] = /set text\.(\w+) to (\w+)\./.exec(inWords(message, sentencesEn)) ?? [];
    if (code !== 'review-old') continue;
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), text.replace(`${lang}: none`, `${lang}: '${now}'`));
  }
}

async function check(folder: string): Promise<string[]> {
  return lines((await checkBook(folder)).report);
}

describe('the review of a book', () => {
  it('is complete where every fact has its place and the text is the one that was compared', async () => {
    const folder = await reviewed({
      'en/start.md': '---\nreviewed: 2026-01-03\n---\n\n# Start {#start}\n\nSee [inner](deep/inner.md#more).\n',
    });
    const { report, reviews } = await checkBook(folder);
    expect(lines(report)).toEqual([]);
    expect(reviews?.map(({ chapterId, lang, state }) => `${chapterId} ${lang} ${state}`)).toEqual([
      'start zh current',
      'start en current',
      'inner zh current',
      'inner en current',
    ]);
    expect(formatReviews(reviews ?? []).split('\n')).toEqual([
      'chapter  lang  facts  left out  mistakes  sources  opened  reviewed    state',
      'start    zh    2      1         1         0        1       -           current',
      'start    en    2      1         1         0        1       2026-01-03  current',
      'inner    zh    1      0         0         0        1       -           current',
      'inner    en    1      0         0         0        1       -           current',
      '4 of 4 texts are as they were reviewed.',
    ]);
  });

  it('is asked for only by a book that says so, and not when it is only compiled', async () => {
    expect((await checkBook(await makeBook(rectoFiles()))).reviews).toBeUndefined();
    const compiled = await compileBook(await reviewed({}, false), join(await makeFolder(), 'tiny'));
    expect(compiled).toMatchObject({ ok: true, report: [] });
  });

  it('is older than a text that has changed since, in that language alone', async () => {
    const folder = await reviewed();
    await writeFile(join(folder, 'en/start.md'), '# Start {#start}\n\nLook at [inner](deep/inner.md#more).\n');
    const { report, reviews } = await checkBook(folder);
    expect(lines(report)).toEqual([
      expect.stringMatching(/^review\/start\.yaml:1:\d+: error: The text in en is not .*\[review-old\]$/),
    ]);
    expect(reviews?.map(({ state }) => state)).toEqual(['current', 'old', 'current', 'current']);
  });

  it('is not older for a figure that is drawn anew, but for one that is described anew', async () => {
    const figure = (arrow: string, alt = 'A to B'): string =>
      `# Start {#start}\n\nSee [inner](deep/inner.md#more).\n\n\`\`\`mermaid title="A" alt="${alt}"\nflowchart LR\n  a ${arrow} b\n\`\`\`\n`;
    const zh = figure('-->').replace('See [inner](deep/inner.md#more).', '见[内部](deep/inner.md#more)。');
    const folder = await reviewed({ 'zh/start.md': zh, 'en/start.md': figure('-->') });
    await writeFile(join(folder, 'en/start.md'), figure('---'));
    expect(await check(folder)).toEqual([]);
    await writeFile(join(folder, 'en/start.md'), figure('-->', 'B to A'));
    expect(await check(folder)).toEqual([expect.stringContaining('review-old')]);
  });

  it('is missed for every chapter', async () => {
    const folder = await reviewed({ 'review/inner.yaml': '' });
    expect(await check(folder)).toEqual([expect.stringMatching(/^review\/inner\.yaml: error: .*\[review-invalid\]$/)]);
    const without = await reviewed();
    await rm(join(without, 'review/inner.yaml'));
    const { report, reviews } = await checkBook(without);
    expect(lines(report)).toEqual([
      expect.stringMatching(/^book\.yaml:\d+: error: Chapter “inner” has no review.*review-missing/),
    ]);
    expect(reviews?.at(-1)).toMatchObject({ chapterId: 'inner', lang: 'en', state: 'missing', facts: 0 });
  });

  it('names blocks that are there and words that they say, in every language', async () => {
    const folder = await reviewed({
      'review/inner.yaml': inner.replace('says: [ls]', 'says: [ls, -a]'),
      'review/start.yaml': start.replace('inner/more.1', 'inner/more.9'),
      'zh/deep/inner.md': '# 内部 {#inner}\n\n## 更多 {#more}\n\n```bash\nls -a\n```\n',
    });
    expect(await check(folder)).toEqual([
      'review/inner.yaml:4:42: error: en/deep/inner.md does not say “-a” there. [review-invalid]',
      'review/start.yaml:4:41: error: en/start.md has no block “inner/more.9”. [review-invalid]',
      'review/start.yaml:4:41: error: zh/start.md has no block “inner/more.9”. [review-invalid]',
    ]);
  });

  it('answers every fact and every mistake in one way', async () => {
    const folder = await reviewed({ 'review/start.yaml': start.replace(', at: start.1', '') }, false);
    expect(await check(folder)).toContainEqual(expect.stringMatching(/^review\/start\.yaml:7:5: error: .*“at”.*“out”/));
  });
});

/**
 * The original whitepaper as it is: a real GitBook with everything that real books have. It is not part of this
 * repository; where `../shared/reference/whitepaper` is absent these tests are skipped.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBook, type CompileOutcome } from '../../build/compile/compile.ts';
import { flattenChapters } from '../../core/book/contents.ts';
import { chapterPath, chapterSchema, type Chapter, type ContentsEntry } from '../../core/book/model.ts';
import { lines, makeFolder, readAll, removeFolders } from './compile-books.ts';

const source = fileURLToPath(new URL('../../../shared/reference/whitepaper', import.meta.url));
const isThere = existsSync(source);
const title = isThere
  ? 'the reference whitepaper'
  : 'the reference whitepaper (skipped: ../shared/reference/whitepaper is absent)';

describe.skipIf(!isThere)(title, () => {
  let target: string;
  let outcome: CompileOutcome;
  const chapters = new Map<string, Chapter>();

  beforeAll(async () => {
    target = join(await makeFolder(), 'whitepaper');
    outcome = await compileBook(source, target);
    for (const { id } of flattenChapters(outcome.manifest?.contents ?? [])) {
      const json: unknown = JSON.parse(await readFile(join(target, ...chapterPath('zh', id).split('/')), 'utf8'));
      chapters.set(id, chapterSchema.parse(json));
    }
  });
  afterAll(removeFolders);

  it('has its 31 chapters nested as in its summary, under four group titles', () => {
    const depth = (entries: readonly ContentsEntry[]): number =>
      1 + Math.max(0, ...entries.map(({ children }) => (children.length === 0 ? 0 : depth(children))));
    const contents = outcome.manifest?.contents ?? [];
    expect(outcome).toMatchObject({ ok: true, stats: { chapters: 31 } });
    expect(contents.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'chapter introduction',
      'chapter confidential_computing',
      'part 机密计算平台',
      'part 编程框架',
      'part 运行时底座',
      'part 解决方案',
    ]);
    expect(depth(contents)).toBe(3);
    const runtime = contents.find(({ id }) => id === '运行时底座');
    expect(runtime?.children[0]?.children.map(({ id }) => id)).toEqual([
      'runtime-csv_runtime_attestation',
      'runtime-csv_pre_attestation',
      'runtime-csv_sign',
    ]);
  });

  it('is a Chinese book by its settings', () => {
    expect(outcome.manifest).toMatchObject({ id: 'cncc-sig', languages: ['zh'], title: { zh: 'CNCC-sig' } });
  });

  it('has all 28 figures in use, with sizes, the JPEG that is called PNG among them', async () => {
    const blocks = [...chapters.values()].flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
    const pictures = blocks.flatMap(({ html }) => [
      ...html.matchAll(/<img src="assets\/([^"]+)" alt="[^"]+" width="\d+" height="\d+">/g),
    ]);
    const names = pictures.map(([, name]) => name ?? '');
    expect(new Set(names).size).toBe(28);
    expect(names.filter((name) => name.endsWith('.jpg'))).toHaveLength(1);
    const files = await readAll(target);
    for (const name of names) expect(files[`assets/${name}`]).toMatch(name.endsWith('.jpg') ? /^ffd8ff/ : /^89504e47/);
  });

  it('reads pictures in centred divs, code without a language and headings that repeat', () => {
    const csv = chapters.get('cc_platform-hygon_csv')?.sections.flatMap((section) => section.blocks) ?? [];
    expect(csv.filter(({ kind }) => kind === 'figure')).toHaveLength(1);
    const plain = [...chapters.values()]
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .filter(({ html }) => html.startsWith('<figure class="code" data-lang="text">'));
    expect(plain.length).toBeGreaterThan(40);
    const ids = chapters.get('framework-sgx_cc')?.sections.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('1-安装编译工具及相关依赖');
    expect(ids).toContain('1-安装编译工具及相关依赖-1');
  });

  it('keeps links into an appendix, and no mark of Markdown that was not understood', () => {
    const sev = chapters.get('runtime-sev_cc')?.sections.flatMap((section) => section.blocks) ?? [];
    expect(sev.filter(({ html }) => html.includes('<a href="#/runtime-sev_cc/附录">'))).toHaveLength(2);
    const prose = [...chapters.values()]
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .filter(({ kind }) => kind !== 'code');
    expect(prose.filter(({ text }) => text.includes('**') || text.includes(']('))).toEqual([]);
  });

  it('folds the look-alike characters that the original holds', () => {
    const blocks = [...chapters.values()].flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
    const odd = blocks.filter(({ text }) => /[\u2e80-\u2fdf]/.test(text));
    expect(odd.length).toBeGreaterThan(0);
    for (const { folded } of odd) expect(folded).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('is reported on: nothing dead, a picture of another type, pictures without a description', () => {
    const report = lines(outcome.report);
    expect(report).toContain(
      'cc_platform/amd_sev.md:39: warning: materials/imgs/amd_sev.png is a JPEG picture; it is stored as one. [image-type-mismatch]',
    );
    expect(report.filter((line) => line.endsWith('[image-without-description]'))).toHaveLength(26);
    expect(report).toHaveLength(27);
  });
});

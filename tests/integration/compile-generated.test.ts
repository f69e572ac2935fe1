import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { bookIndexSchema, glossarySchema } from '../../core/book/model.ts';
import { lines, makeBook, makeFolder, readChapter, rectoFiles, removeFolders } from './compile-books.ts';

afterEach(removeFolders);

const bookYaml = `format: 1
id: tiny
edition: '1'
title: { zh: 小书, en: Tiny book }
languages: [zh, en]
sections: [sources]
contents:
  - chapter: start
    title: { zh: 开始, en: Start }
  - part: deep
    title: { zh: 深处, en: Deep }
    contents:
      - chapter: inner
        title: { zh: 内部, en: Inner }
      - generated: glossary
        title: { zh: 术语表, en: Glossary }
      - generated: figure-list
        title: { zh: 图目录, en: Figures }
      - generated: command-index
        title: { zh: 命令索引, en: Commands }
`;

const glossaryYaml = `groups:
  - id: basics
    title: { zh: 基本, en: Basics }
terms:
  - id: tee
    group: basics
    zh: 可信执行环境
    en: trusted execution environment
    abbr: TEE
    full: Trusted Execution Environment
    meaning: { zh: 一块区域。, en: An area. }
    see: [start.md, deep/inner.md#more]
  - id: enclave
    group: basics
    zh: 飞地
    en: enclave
    aliases: { en: [secure area] }
    forbidden: { zh: [围圈] }
    meaning: { zh: 一种环境。, en: A kind of one. }
    see: []
`;

const shell = `\`\`\`bash
sudo docker run --volume=/etc/x.conf:/x image:<TAG>
ls /etc/x.conf | jq .
\`\`\``;

function inner(title: string, more: string, caption: string, sources: string): string {
  return `---
original: a/b.md
reviewed: 2026-11-26
---

# ${title} {#inner}

- \`docker\`
- \`~/notes.txt\`
- \`policy.json\`

## ${more} {#more}

${shell}

\`\`\`mermaid title="${caption}" alt="${caption}"
flowchart LR
  a[A] --> b[B]
\`\`\`

## ${sources} {#sources}

- x
`;
}

function files(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return rectoFiles({
    'book.yaml': bookYaml,
    'glossary.yaml': glossaryYaml,
    'zh/start.md': '# 开始 {#start}\n\n见[术语](deep/glossary.md#basics)。\n\n## 来源 {#sources}\n\n- 无\n',
    'en/start.md': '# Start {#start}\n\nSee [terms](deep/glossary.md#basics).\n\n## Sources {#sources}\n\n- none\n',
    'zh/deep/inner.md': inner('内部', '更多', '甲到乙', '来源'),
    'en/deep/inner.md': inner('Inner', 'More', 'From A to B', 'Sources'),
    ...changes,
  });
}

async function problems(changes: Readonly<Record<string, string>>): Promise<string[]> {
  return lines((await checkBook(await makeBook(files(changes)))).report);
}

async function compiled(): Promise<string> {
  const target = join(await makeFolder(), 'tiny');
  const outcome = await compileBook(await makeBook(files()), target);
  expect(lines(outcome.report)).toEqual([]);
  return target;
}

const textOf = async (target: string, lang: string, id: string): Promise<string[]> =>
  (await readChapter(target, lang, id)).sections.flatMap((section) =>
    section.blocks.map((block) => `${block.id} ${block.text.replaceAll('\n', ' | ')}`),
  );

async function json(target: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(target, name), 'utf8'));
}

describe('the glossary of a book', () => {
  it('becomes data with places, and a chapter with the same blocks in both languages', async () => {
    const target = await compiled();
    const { terms } = glossarySchema.parse(await json(target, 'glossary.json'));
    expect(terms).toMatchObject([
      {
        id: 'tee',
        names: { zh: '可信执行环境', en: 'trusted execution environment' },
        see: [{ chapterId: 'start' }, { chapterId: 'inner', sectionId: 'more' }],
        blockId: 'basics.1',
      },
      { id: 'enclave', aliases: { en: ['secure area'] }, see: [], blockId: 'basics.2' },
    ]);
    expect(await textOf(target, 'zh', 'glossary')).toEqual([
      'glossary.0 术语表',
      expect.stringContaining('glossary.1 本章'),
      'basics.0 基本',
      'basics.1 可信执行环境 · TEE · Trusted Execution Environment | 一块区域。 | 参见：开始、内部 › 更多',
      'basics.2 飞地 · enclave | 一种环境。',
    ]);
    expect((await textOf(target, 'en', 'glossary')).slice(3)).toEqual([
      'basics.1 trusted execution environment · TEE · 可信执行环境 | An area. | See: Start, Inner › More',
      'basics.2 enclave · 飞地 | Also: secure area | A kind of one.',
    ]);
    const [section] = (await readChapter(target, 'zh', 'glossary')).sections.slice(1);
    expect(section?.blocks[1]?.html).toContain('<a href="#/inner/more">');
  });

  it('is linked to like any other chapter', async () => {
    const start = await readChapter(await compiled(), 'en', 'start');
    expect(start.sections[0]?.blocks[1]?.html).toBe('<p>See <a href="#/glossary/basics">terms</a>.</p>');
  });

  it.each([
    ['start.md,', 'nowhere.md,', 'glossary.yaml:12:11: error: zh: The link leads to “nowhere.md”'],
    ['inner.md#more', 'inner.md#less', 'glossary.yaml:12:21: error: zh: The link leads to “#less”'],
    ['id: enclave', 'id: tee', 'glossary.yaml:13:9: error: The term “tee” stands here a second time.'],
    ['    zh: 飞地\n', '', 'glossary.yaml:13:5: error: The term “enclave” has no name in zh.'],
    ['group: basics', 'group: other', 'glossary.yaml:6:12: error: “tee” is in a group “other” that does not exist.'],
    ['abbr: TEE', 'short: TEE', 'glossary.yaml:9:12: error: “short” is neither a property of a term nor a language'],
    ['meaning: { zh: 一块区域。, en: An area. }', 'meaning: 3', 'glossary.yaml:11:14: error: terms.0.meaning:'],
  ])('with %j as %j is reported with its place', async (before, after, expected) => {
    const found = await problems({ 'glossary.yaml': glossaryYaml.replace(before, after) });
    expect(found.find((line) => line.startsWith('glossary.yaml'))).toContain(expected);
  });

  it('has to be in the contents', async () => {
    const found = await problems({ 'book.yaml': bookYaml.replace(/ {6}- generated: glossary\n.*\n/, '') });
    expect(found).toContain(
      'book.yaml: error: There is a glossary.yaml, but the contents have no “generated: glossary”. [glossary-invalid]',
    );
  });

  it('forbids names in the text', async () => {
    const found = await problems({ 'zh/start.md': '# 开始 {#start}\n\n围圈。\n\n## 来源 {#sources}\n\n- 无\n' });
    expect(found).toEqual(['zh/start.md:3: error: Write “飞地”, not “围圈”. [term-forbidden]']);
  });
});

describe('index and list of figures', () => {
  it('name what the chapters hold, and where', async () => {
    const target = await compiled();
    const place = { chapterId: 'inner', sectionId: 'more' };
    const own = { chapterId: 'inner' };
    expect(bookIndexSchema.parse(await json(target, 'index.json'))).toEqual({
      commands: [
        {
          program: 'docker',
          calls: [
            { name: 'docker', places: [own] },
            { name: 'docker run', places: [place] },
          ],
        },
        { program: 'jq', calls: [{ name: 'jq', places: [place] }] },
      ],
      paths: [
        { name: '/etc/x.conf', places: [place] },
        { name: '~/notes.txt', places: [own] },
      ],
      fileNames: [{ name: 'policy.json', places: [own] }],
      figures: [{ ...place, blockId: 'more.2', title: { zh: '甲到乙', en: 'From A to B' } }],
    });
    expect(await textOf(target, 'en', 'command-index')).toEqual([
      'command-index.0 Commands',
      expect.stringContaining('command-index.1 The commands'),
      'commands.0 Commands',
      'commands-d.0 D',
      'commands-d.1 docker | Inner | docker run Inner › More',
      'commands-j.0 J',
      'commands-j.1 jq | Inner › More',
      'paths.0 Paths',
      'paths-etc.0 /etc',
      'paths-etc.1 /etc/x.conf | Inner › More',
      'paths-home-folder.0 ~',
      'paths-home-folder.1 ~/notes.txt | Inner',
      'file-names.0 Names of files',
      'file-names.1 policy.json | Inner',
    ]);
    expect(await textOf(target, 'zh', 'figure-list')).toEqual([
      'figure-list.0 图目录',
      'figure-list.1 书中共有1幅图，按章节排列。',
      'deep.0 深处',
      'deep.1 内部 | 甲到乙',
    ]);
  });
});

describe('what our own format asks of a chapter', () => {
  it('is the sections that the contents ask for', async () => {
    expect(await problems({ 'en/start.md': '# Start {#start}\n\nText.\n' })).toContain(
      'en/start.md: error: The chapter has no section with the id “sources”; the contents ask for one in every chapter. [section-missing]',
    );
  });

  it('is front matter that fits, with lines counted in the file', async () => {
    const broken = inner('内部', '更多', '甲到乙', '来源').replace('reviewed: 2026-11-26', 'reviewed: 2026-13-26');
    expect(await problems({ 'zh/deep/inner.md': broken })).toEqual([
      expect.stringMatching(/^zh\/deep\/inner\.md:3:11: error: reviewed: .* \[front-matter-invalid\]$/),
    ]);
    const unknown = broken.replace('reviewed: 2026-13-26', 'reviewed: 2026-11-26\ndraft: true');
    expect(await problems({ 'zh/deep/inner.md': unknown.replace('## 更多 {#more}', '### 更多 {#more}') })).toEqual([
      expect.stringMatching(/^en\/deep\/inner\.md:12: .*translation-parts/),
      expect.stringMatching(/^zh\/deep\/inner\.md:2:1: error: .*draft.*front-matter-invalid/),
      expect.stringMatching(/^zh\/deep\/inner\.md:13: .*heading-level-skipped/),
    ]);
  });

  it('is shell code that bash accepts, values to fill in aside', async () => {
    const broken = inner('内部', '更多', '甲到乙', '来源').replace('| jq .', '| (jq .');
    expect(await problems({ 'zh/deep/inner.md': broken })).toEqual([
      expect.stringMatching(/^zh\/deep\/inner\.md:16: error: bash does not accept this: .*\[shell-syntax\]$/),
    ]);
    const output = broken.replace('```bash', '```bash output');
    expect(await problems({ 'zh/deep/inner.md': output })).toEqual([]);
  });
});

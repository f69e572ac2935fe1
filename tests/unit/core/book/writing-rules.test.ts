import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../../../core/book/parse-chapter.ts';
import { formatProblem } from '../../../../core/book/report.ts';
import { checkWriting, findLookAlikes } from '../../../../core/book/writing-rules.ts';

function check(text: string, lang = 'zh'): string[] {
  const markdown = `# 题 {#a}\n\n${text}\n`;
  const draft = parseChapter({ file: `${lang}/a.md`, lang, markdown, dialect: 'recto', title: '题', chapterId: 'a' });
  const forbidden =
    lang === 'zh'
      ? [{ name: '远程认证', instead: '远程证明' }]
      : [{ name: 'remote authentication', instead: 'remote attestation' }];
  return checkWriting(draft, forbidden).map((problem) => formatProblem(problem).replace(/^.*?a\.md:/, ''));
}

describe('punctuation in Chinese text', () => {
  it.each([
    ['甲,乙', '甲,乙'],
    ['结束.', '结束.'],
    ['问题?好', '问题?好'],
    ['主机(host)上', '主机(host)上'],
    ['用`ls`,然后', ',然后'],
    ['**重点**:内容', '重点:内容'],
    ['见[这里](https://example.org/),再看', '见这里,再看'],
  ])('%s is half width', (text, around) => {
    expect(check(text)[0]).toContain(around);
    expect(check(text)[0]).toContain('[half-width-punctuation]');
  });

  it.each([
    '版本2.5的内核，见《手册》（第3章）。',
    'TDX, SGX与SEV',
    '运行`docker run --rm image:tag`。',
    '地址是<https://example.org/a,b?c=d>与<https://example.org/>。',
    '固件里的Trust Domain Extensions (TDX)和SEAM Loader',
    'Kata 3.0以后；“x.y”格式',
    '```bash\necho 你好, 世界 # 注释(一)\n```',
    '时间为10:30之后',
    'node.js里的a.b函数',
  ])('%s is as it should be', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('is looked for in captions and descriptions of figures, not in their source', () => {
    const figure = (alt: string): string => `\`\`\`mermaid title="图" alt="${alt}"\nflowchart LR\n  a[甲]\n\`\`\``;
    expect(check(figure('甲,乙'))).toHaveLength(1);
    expect(check(figure('甲，乙'))).toEqual([]);
  });

  it('is reported on its own line', () => {
    expect(check('第一行，\n第二行,有错。')[0]).toMatch(/^4: error/);
  });

  it('does not matter in English', () => {
    expect(check('An address (地址), and more.', 'en')).toEqual([]);
  });
});

describe('a space between Chinese and Latin text', () => {
  it.each(['使用 SGX的机器', '版本8.10 的内核', '用 `ls`', '`ls` 列出', '见 [TDX](https://example.org/)'])(
    'is not typed: %s',
    (text) => {
      expect(check(text)[0]).toContain('[han-latin-space]');
    },
  );

  it.each(['使用SGX的机器', '固件Trust Domain Extensions (TDX)里', '用`ls -l`', '**重点** 之后', '第一行\n第二行'])(
    'is not seen in %s',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );
});

describe('quotation marks and apostrophes', () => {
  it.each([
    ['en', 'It says "yes" there.', '"'],
    ['en', "The book's rule.", "'"],
    ['zh', '原文写"是"。', '"'],
    ['zh', '原文写「是」。', '「'],
    ['zh', '原文写『是』。', '『'],
  ])('are those of print (%s): %s', (lang, text, mark) => {
    expect(check(text, lang)[0]).toContain(`not with ${mark}: `);
    expect(check(text, lang)[0]).toContain('[quotation-mark]');
  });

  it.each([
    ['en', 'It says “yes” there, and ‘no’ inside; it’s `"x" or \'y\'`.'],
    ['zh', '原文写“是”，内层‘否’；命令是`echo "x"`。'],
    ['en', '```bash\necho "x" \'y\'\n```'],
    ['en', '```mermaid title="A’s figure" alt="“A”"\nflowchart LR\n  a["A"]\n```'],
  ])('may be straight in code alone (%s): %s', (lang, text) => {
    expect(check(text, lang)).toEqual([]);
  });
});

describe('a name that the book does not use', () => {
  it('is reported with what to write instead', () => {
    expect(check('这里说的是远程认证。')).toEqual(['3: error: Write “远程证明”, not “远程认证”. [term-forbidden]']);
    expect(check('Remote authentication is meant.', 'en')).toEqual([
      '3: error: Write “remote attestation”, not “remote authentication”. [term-forbidden]',
    ]);
  });

  it('may stand in code and in what others are quoted with', () => {
    expect(check('原文写“远程认证”，见《远程认证手册》与`远程认证`。')).toEqual([]);
    expect(check('It says “remote authentication” there.', 'en')).toEqual([]);
  });
});

describe('characters that look like others', () => {
  it('are reported with line and column', () => {
    expect(findLookAlikes('zh/a.md', '好的\n文\u2F08，Ａ').map((problem) => formatProblem(problem))).toEqual([
      'zh/a.md:2:2: error: “\u2F08” is U+2F08, which only looks like “人”. [look-alike-character]',
      'zh/a.md:2:4: error: “Ａ” is U+FF21, which only looks like “A”. [look-alike-character]',
    ]);
    expect(findLookAlikes('zh/a.md', '人人，（）、。𠮷')).toEqual([]);
  });
});

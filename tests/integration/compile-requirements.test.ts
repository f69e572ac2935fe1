import { afterEach, describe, expect, it } from 'vitest';
import { checkBook, compileBook } from '../../build/compile/compile.ts';
import { lines, makeBook, makeFolder, readChapter, rectoFiles, removeFolders } from './compile-books.ts';

afterEach(removeFolders);

const items = {
  zh: ['CPU', '固件', '操作系统', '内核', '软件包', '权限', '时间'],
  en: ['CPU', 'Firmware', 'Operating system', 'Kernel', 'Packages', 'Privileges', 'Time'],
};

/** A how-to at deep/inner and a list of it in start; `values` by item, in reading order. */
function guide(lang: 'zh' | 'en', values: readonly string[], names: readonly string[] = items[lang]): string {
  const rows = names.map((name, at) => `| ${name} | ${values[at] ?? 'x'} |`).join('\n');
  return `# Inner {#inner}\n\n## Needs {#requirements}\n\n| Item | Value |\n| --- | --- |\n${rows}\n\n## More {#more}\n\nText.\n`;
}

function list(path: string): string {
  return `# Start {#start}\n\nSee [inner](deep/inner.md#more).\n\n\`\`\`requirements\n${path}\n\`\`\`\n\nBelow.\n`;
}

function files(changes: Record<string, string> = {}): Record<string, string> {
  return rectoFiles({
    'zh/start.md': list('deep/inner.md').replace('See [inner]', '见[内部]').replace('.\n', '。\n'),
    'en/start.md': list('deep/inner.md'),
    'zh/deep/inner.md': guide('zh', []),
    'en/deep/inner.md': guide('en', []),
    ...changes,
  });
}

describe('what how-tos ask of a machine', () => {
  it('stands in one table, with links that lead where they led', async () => {
    const target = await makeFolder();
    const values = ['[any](#more)', '', '[see](../start.md)', '`a \\| b`'];
    const source = await makeBook(files({ 'en/deep/inner.md': guide('en', values) }));
    const outcome = await compileBook(source, `${target}/tiny`);
    expect(lines(outcome.report)).toEqual([]);
    const { sections } = await readChapter(`${target}/tiny`, 'en', 'start');
    const [, , table, below] = sections[0]?.blocks ?? [];
    const html = table?.html.replaceAll('\n', '');
    expect(html).toContain('<th>How-to</th><th>CPU</th>');
    expect(html).toContain('<td><a href="#/inner">Inner</a></td><td><a href="#/inner/more">any</a></td><td></td>');
    expect(html).toContain('<a href="#/start">see</a></td><td><code>a | b</code></td>');
    expect(below?.text).toBe('Below.');
  });

  it('has the same items in the same order everywhere', async () => {
    const wrong = guide('en', [], [...items.en].reverse());
    const { report } = await checkBook(await makeBook(files({ 'en/deep/inner.md': wrong })));
    expect(lines(report)).toEqual([
      expect.stringMatching(/^en\/deep\/inner\.md:3: error: .*rows CPU, Firmware.*requirements-invalid/),
      'en/start.md:6: error: “deep/inner.md” is no chapter with a table of requirements. [requirements-invalid]',
    ]);
  });

  it('leaves no how-to out, and asks nothing of a book without a list', async () => {
    const unlisted = files({
      'zh/start.md': guide('zh', []).replaceAll('inner', 'start').replace('# Inner', '# Start'),
      'en/start.md': guide('en', []).replaceAll('inner', 'start').replace('# Inner', '# Start'),
      'en/deep/inner.md': guide('en', [], ['Whatever']),
      'zh/deep/inner.md': guide('zh', [], ['随便']),
    });
    expect(lines((await checkBook(await makeBook(unlisted))).report)).toEqual([]);
    const more = await checkBook(
      await makeBook(
        files({
          'en/start.md': `${list('deep/inner.md')}\n${guide('en', []).slice(guide('en', []).indexOf('## Needs'))}`,
        }),
      ),
    );
    expect(lines(more.report)).toContainEqual(
      expect.stringMatching(/^en\/start\.md:11: error: No list of requirements names this chapter\./),
    );
  });
});

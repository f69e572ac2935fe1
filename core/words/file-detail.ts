/** What the readers of files of marks say about a file in English, in Chinese words. */

type Words = (...parts: string[]) => string;

const known: readonly (readonly [pattern: RegExp, words: Words])[] = [
  [/^the file is empty$/, () => '文件是空的'],
  [/^a part of the file is missing$/, () => '文件缺了一段'],
  [/^the page is cut off$/, () => '网页不完整'],
  [/^it is nested too deeply$/, () => '嵌套过深'],
  [/^a row has more than (\d+) cells$/, (count) => `有一行超过${count}格`],
  [/^a quoted cell has no end; the file is cut off$/, () => '有一格的引号没有收尾，文件不完整'],
  [/^a table without a row$/, () => '表里没有一行内容'],
  [/^more than (\d+) rows$/, (count) => `超过${count}行`],
  [/^an HTML page without marks of Recto in it$/, () => '网页里没有Recto的标记'],
  [/^JSON that is not an object$/, () => 'JSON的最外层不是对象'],
  [/^JSON of another kind$/, () => '别种用途的JSON'],
  [/^CSV without the column “(.+)”$/, (name) => `缺少“${name}”一列的CSV`],
  [/^row (\d+): (.+)$/s, (row, rest) => `第${row}行，${fileDetailZh(rest)}`],
  [/^a mark has an anchor unless it is on the whole book$/, () => '只有全书的标记可以没有位置'],
  [/^not a time$/, () => '不是时间'],
  // What JSON.parse says.
  [/^Unexpected end of JSON input$|^Unterminated string in JSON/, () => 'JSON不完整'],
  [
    /\bin JSON at position (\d+)(?: \(line (\d+) column (\d+)\))?/,
    (at, line, column) => (line === '' ? `JSON在第${at}个字符处有误` : `JSON在第${line}行第${column}个字符处有误`),
  ],
  [/is not valid JSON$/, () => '不是正确的JSON'],
  // What zod says.
  [/^Invalid input: expected nonoptional|^Invalid input: expected (\S+), received undefined$/, () => '缺少这一项'],
  [/^Invalid input: expected (\S+), received (\S+)$/, (wanted, found) => `应为${kind(wanted)}，实为${kind(found)}`],
  [/^Invalid input: expected (.+)$/s, (wanted) => `应为${wanted}`],
  [/^Invalid option: expected one of (.+)$/s, (options) => `只能是${options.replaceAll('|', '、')}之一`],
  [/^Unrecognized keys?: (.+)$/s, (keys) => `不认识${keys}`],
  [/^Too big: expected \S+ to have <=(\d+) characters$/, (most) => `超过${most}个字符`],
  [/^Too big: expected \S+ to have <=(\d+) items$/, (most) => `超过${most}项`],
  [/^Too small: expected \S+ to have >=(\d+) characters$/, (least) => `不足${least}个字符`],
  [/^Too small: expected \S+ to have >=(\d+) items$/, (least) => `不足${least}项`],
  [/^Too big: expected \S+ to be <=?(.+)$/, (most) => `大于${most}`],
  [/^Too small: expected \S+ to be >=?(.+)$/, (least) => `小于${least}`],
  [/^Invalid string: must match pattern/, () => '写法不对'],
  [/^Invalid input$/, () => '写法不对'],
];

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: '真或假',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值',
};

function kind(name: string): string {
  return kinds[name] ?? name;
}

/**
 * `detail`: what a `FileProblem` holds, which may begin with the way to the place: `marks[3].anchor: …`. What is not known stays as
 * it is: it is the only thing that tells what is wrong.
 */
export function fileDetailZh(detail: string): string {
  for (const [pattern, words] of known) {
    const [found, ...parts] = pattern.exec(detail) ?? [];
    if (found !== undefined) return words(...parts.map((part: string | undefined) => part ?? ''));
  }
  const [, way = '', rest = ''] = /^(the file|[\w@:[\].-]{1,200}): (.+)$/s.exec(detail) ?? [];
  if (rest === '') return detail;
  return `${way === 'the file' ? '' : `${way}处，`}${fileDetailZh(rest)}`;
}

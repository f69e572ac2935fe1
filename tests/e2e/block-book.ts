/** A small book with every kind of block that has tools, compiled as any other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileBook } from '../../build/compile/compile.ts';
import { formatProblem } from '../../core/book/report.ts';

export interface BlockBook {
  /** Of the bundle, for the fixture `bookFolder`. */
  readonly folder: string;
  readonly compile: () => Promise<void>;
  readonly remove: () => void;
}

/** @param files further files of the book, or other texts for those it has. */
export function blockBook(files: Readonly<Record<string, string>> = {}): BlockBook {
  const root = mkdtempSync(join(tmpdir(), 'recto-blocks-'));
  const folder = join(root, 'bundle');
  return {
    folder,
    async compile() {
      for (const [path, text] of Object.entries({ ...bookFiles, ...files })) {
        const file = join(root, 'source', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      const { ok, report } = await compileBook(join(root, 'source'), folder);
      if (!ok) throw new Error(report.map((problem) => formatProblem(problem)).join('\n'));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const code = (title: string, lead: string): string => `# ${title} {#code}

${lead}

\`\`\`bash
curl --silent --show-error "https://<HOST_IP>:<PORT>/attestation/v1/evidence?nonce=0123456789abcdef" --output evidence.bin
\`\`\`

\`\`\`console
$ dmesg | grep sgx
[    0.683591] sgx: EPC section
# ssh <HOST_IP>
\`\`\`

\`\`\`text output
[    0.683591] sgx: EPC section 0x4000c00000-0x407f7fffff
\`\`\`

1. One:

   \`\`\`bash
   ping <HOST_IP>
   \`\`\`

2. Two:

   \`\`\`yaml
   host: <HOST_IP>
   \`\`\`
`;

const wideRow = '| a_row_of_a_table_that_is_wider_than_any_column '.repeat(6);
const figures = (title: string, names: readonly [string, string]): string => `# ${title} {#figures}

Text.

\`\`\`mermaid title="${names[0]}" alt="An application and an enclave"
flowchart LR
  app[Application]:::untrusted --> enclave[Enclave]:::trusted
  enclave -- sealed --> disk[(Disk)]:::data
\`\`\`

\`\`\`mermaid title="${names[1]}" alt="Overview: seven boxes in a row"
flowchart LR
  a[Application one]:::untrusted --> b[Enclave two]:::trusted
  b --> c[Box three]:::data --> d[Box four]:::key --> e[Box five]:::external --> f[Box six]:::trusted --> g[Box seven]:::data
\`\`\`

${'| Column '.repeat(6)}|
${'| --- '.repeat(6)}|
${Array.from({ length: 30 }, () => `${wideRow}|\n`).join('')}`;

const bookFiles = {
  'book.yaml': `format: 1
id: blocks
edition: '1'
title: { zh: 块之书, en: A Book of Blocks }
languages: [zh, en]
contents:
  - chapter: code
    title: { zh: 代码, en: Code }
  - chapter: figures
    title: { zh: 图, en: Figures }
`,
  'zh/code.md': code('代码', '代码如下。'),
  'en/code.md': code('Code', 'Code follows.'),
  'zh/figures.md': figures('图', ['第一图', '第二图']),
  'en/figures.md': figures('Figures', ['First figure', 'Second figure']),
};

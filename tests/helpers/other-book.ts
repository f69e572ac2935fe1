/** A book that is not ours: pictures, footnotes, a table with long words, and code that XML has a meaning for. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileBook } from '../../build/compile/compile.ts';
import { picture } from '../integration/tiny-bundle.ts';

const files: Readonly<Record<string, string | Buffer>> = {
  'SUMMARY.md': '# Summary\n\n- [Measuring](measuring.md)\n- [Reporting](reporting.md)\n',
  'measuring.md': `# Measuring

The first measurement is taken by the firmware[^1], the second by the loader[^loader].

![The chain of measurements](images/chain.png)

> A call-out of someone else.

\`\`\`xml
<report><![CDATA[ quote & hash ]]></report>
\`\`\`

[^1]: See **the specification** & its errata.
[^loader]: And [what is reported](reporting.md).
`,
  'reporting.md': `# Reporting

A report says what was measured, see [measuring](measuring.md).

| Field | Meaning | Remarks |
| --- | --- | --- |
| MRCONFIGID | configuration | unchangeable |
| REPORTDATA | bound to the session | unpredictable |

![](images/chain.png)
`,
  'images/chain.png': picture,
};

/** Writes and compiles it; returns the bundle's folder, below `folder`. */
export async function compileOtherBook(folder: string): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'source', path)), { recursive: true });
    await writeFile(join(folder, 'source', path), content);
  }
  const bundle = join(folder, 'bundle');
  await compileBook(join(folder, 'source'), bundle);
  return bundle;
}

/** What a chapter of our own format may say about itself. */
import { z } from 'zod';
import type { Problem } from '../../core/book/report.ts';
import { readYaml } from './yaml-source.ts';

const frontMatter = z.strictObject({
  /** Path of the section of the original that the chapter was written after. */
  original: z.string().min(1).max(200).optional(),
  /** The day on which the chapter was last compared with its sources. */
  reviewed: z.iso.date(),
});

/** Everything that is wrong with the front matter of a file; `text` starts on the file's second line. */
export function checkFrontMatter(file: string, text: string): readonly Problem[] {
  const read = readYaml(text, { file, schema: frontMatter, code: 'front-matter-invalid', linesBefore: 1 });
  return read.ok ? [] : read.problems;
}

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

type FrontMatter = z.infer<typeof frontMatter>;

/**
 * The front matter of a file; `text` starts on the file's second line. Undefined where it cannot be used: why goes to
 * `problems`.
 */
export function readFrontMatter(file: string, text: string, problems: Problem[]): FrontMatter | undefined {
  const read = readYaml(text, { file, schema: frontMatter, code: 'front-matter-invalid', linesBefore: 1 });
  if (read.ok) return read.source.value;
  problems.push(...read.problems);
  return undefined;
}

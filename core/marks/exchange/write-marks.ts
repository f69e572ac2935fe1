/** Marks in each of the formats. */
import { writeCsv } from './csv.ts';
import type { FileFormat } from './formats.ts';
import { writeHtml } from './html.ts';
import { writeMarkdown } from './markdown.ts';
import { writeMarksJson, type MarksFile } from './marks-file.ts';
import type { PlaceNames } from './place-names.ts';
import type { Template } from './template.ts';
import { writeAnnotations } from './write-annotation.ts';

/** The content of the file, to be written as UTF-8. `template` is for Markdown. */
export function writeMarks(format: FileFormat, file: MarksFile, names: PlaceNames, template?: Template): string {
  switch (format) {
    case 'json':
      return writeMarksJson(file);
    case 'annotation':
      return writeAnnotations(file, names);
    case 'html':
      return writeHtml(file, names);
    case 'csv':
      return writeCsv(file, names);
    case 'markdown':
      return writeMarkdown(file, names, template);
  }
}

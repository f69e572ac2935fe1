/** Code fences of a book: highlighted, or drawn. */
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import type { ChapterDraft, Dialect } from '../../core/book/draft.ts';
import { isDiagram, type Fence } from '../../core/book/fence.ts';
import { codeFigure, drawingFigure } from '../../core/book/finish-chapter.ts';
import type { Problem } from '../../core/book/report.ts';
import { say, type Sentence } from '../../core/book/sentences/say.ts';
import { drawDiagram } from './diagram.ts';
import { isKnownLanguage, type CodeHighlighter } from './highlight.ts';

/** Finished markup by fence, for one chapter. */
export interface FinishedFences {
  readonly find: (fence: Fence) => Element;
  readonly problems: readonly Problem[];
}

export async function finishFences(
  draft: ChapterDraft,
  dialect: Dialect,
  highlighter: CodeHighlighter,
): Promise<FinishedFences> {
  const fences = draft.sections.flatMap((section) => section.blocks.flatMap((block) => block.fences));
  await highlighter.load(fences.filter((fence) => !isDiagram(fence)).map((fence) => fence.language));
  const problems: Problem[] = [];
  const markup = new Map<Fence, Element>();
  const report = (fence: Fence, severity: Problem['severity'], code: Problem['code'], message: Sentence): void => {
    problems.push({ severity, code, file: draft.file, line: fence.line, message });
  };

  fences.forEach((fence, at) => {
    if (isDiagram(fence)) {
      const idPrefix = `f${createHash('sha256').update(`${draft.file}\n${at}`).digest('hex').slice(0, 8)}-`;
      const diagram = drawDiagram(fence.text, {
        idPrefix,
        label: fence.alt ?? fence.title,
        strict: dialect === 'recto',
      });
      if (diagram.ok) {
        markup.set(fence, drawingFigure([diagram.svg], fence.title));
        for (const label of dialect === 'recto' ? diagram.overruns : []) {
          report(fence, 'warning', 'figure-text-too-wide', say('figure-label-wide', { label }));
        }
        return;
      }
      const severity = dialect === 'recto' ? 'error' : 'warning';
      for (const message of diagram.messages) report(fence, severity, 'figure-invalid', message);
    } else if (dialect === 'recto' && !isKnownLanguage(fence.language)) {
      report(fence, 'warning', 'code-language-unknown', say('code-language-unknown', { language: fence.language }));
    }
    markup.set(fence, codeFigure(fence.language, fence.output, highlighter.highlight(fence.text, fence.language)));
  });

  return {
    problems,
    find(fence) {
      const found = markup.get(fence);
      if (found === undefined) throw new Error(`A fence of ${draft.file} was not prepared.`);
      return found;
    },
  };
}

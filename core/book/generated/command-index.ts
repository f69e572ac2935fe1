/** The chapter `command-index`: which command, path and file stands where. */
import type { Element, ElementContent } from 'hast';
import type { ChapterDraft } from '../draft.ts';
import { element, textNode } from '../hast.ts';
import type { BookIndex, IndexEntry, Place } from '../model.ts';
import {
  code,
  comma,
  generatedDraft,
  isChinese,
  joined,
  placeLink,
  within,
  type GeneratedChapter,
  type GeneratedSection,
  type ListedChapters,
} from './draft.ts';

export function commandIndexDraft(chapter: GeneratedChapter, index: BookIndex, chapters: ListedChapters): ChapterDraft {
  const { lang } = chapter;
  const words = isChinese(lang) ? chinese : english;
  const entry = (name: string, lines: Element['children'][]): Element =>
    element('dl', {}, [element('dt', {}, [code(name)]), ...lines.map((line) => element('dd', {}, line))]);
  const simple = ({ name, places }: IndexEntry): Element => entry(name, [placesLine(places, chapters, lang)]);

  const commands = index.commands.map(({ program, calls }) => ({
    group: /^[a-z]/i.test(program) ? program.charAt(0).toLowerCase() : 'other',
    block: entry(
      program,
      calls.map(({ name, places }) => {
        const line = placesLine(places, chapters, lang);
        return name === program ? line : [code(name), textNode(' '), ...line];
      }),
    ),
  }));
  const paths = index.paths.map((path) => ({
    group: path.name.startsWith('~') ? 'home-folder' : (path.name.split('/')[1] ?? ''),
    block: simple(path),
  }));
  const letterTitle = (letter: string): string => (letter === 'other' ? words.otherLetters : letter.toUpperCase());

  const sections: GeneratedSection[] = [
    { id: 'commands', depth: 2, title: words.commands, blocks: [] },
    ...grouped(commands, ({ group }) => group).map(([letter, own]) => ({
      id: `commands-${letter}`,
      depth: 3,
      title: letterTitle(letter),
      blocks: own.map(({ block }) => block),
    })),
    { id: 'paths', depth: 2, title: words.paths, blocks: [] },
    ...grouped(paths, ({ group }) => group).map(([folder, own]) => ({
      id: `paths-${folder}`,
      depth: 3,
      title: folder === 'home-folder' ? '~' : `/${folder}`,
      blocks: own.map(({ block }) => block),
    })),
    { id: 'file-names', depth: 2, title: words.fileNames, blocks: index.fileNames.map(simple) },
  ];
  return generatedDraft(chapter, words.lead, sections);
}

const chinese = {
  lead: '本章列出书中用到的命令、路径和文件名，以及它们所在的章节。命令按名称排列，docker等带子命令的程序再按子命令分行；cd、ls、grep这类人人都用的命令没有列入。',
  commands: '命令',
  otherLetters: '其他',
  paths: '路径',
  fileNames: '文件名',
};

const english: typeof chinese = {
  lead: 'The commands, paths and names of files in this book, and where they stand. Commands are listed by name; programs with subcommands, such as docker, have a line for each of them. Commands that everybody uses, such as cd, ls or grep, are left out.',
  commands: 'Commands',
  otherLetters: 'Other',
  paths: 'Paths',
  fileNames: 'Names of files',
};

/** In the order in which the groups first appear. */
function grouped<T>(items: readonly T[], groupOf: (item: T) => string): [string, T[]][] {
  return [...Map.groupBy(items, groupOf)];
}

/** `Chapter › section, section; chapter › section`. */
function placesLine(places: readonly Place[], chapters: ListedChapters, lang: string): ElementContent[] {
  const byChapter = Map.groupBy(places, ({ chapterId }) => chapterId);
  const groups = [...byChapter].map(([chapterId, own]): ElementContent[] => {
    const title = placeLink({ chapterId }, chapters, 'full');
    const sections = own.flatMap((place) =>
      place.sectionId === undefined ? [] : (placeLink(place, chapters, 'section') ?? []),
    );
    if (title === undefined) return [];
    return sections.length === 0 ? [title] : [title, textNode(within), ...joined(sections, comma(lang))];
  });
  const separator = isChinese(lang) ? '；' : '; ';
  return groups.flatMap((group, at) => (at === 0 ? group : [textNode(separator), ...group]));
}

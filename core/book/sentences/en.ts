/**
 * What a compiler says about a book, as sentences with places for values: each names the thing and, where it is not plain, the
 * way out. A place is a name in braces; `{#…}` is text.
 */
export const sentencesEn = {
  /** Words that are not ours: of a parser, a drawing library. */
  'own-words': '{text}',

  // The book as a whole
  'folder-missing': 'There is no folder {path}.',
  'no-book-here': 'This folder is not a book: there is no book.yaml, no book.toml and no SUMMARY.md in it.',
  'no-chapters': 'The book lists no chapters.',
  'source-missing': 'There is no folder and no zip file {path}.',
  'source-unreadable': '{path} cannot be read.',
  'source-fails': '{path} cannot be read: {reason}',
  'zip-too-large': '{file} is larger than {limit}; unpack it and open the folder.',
  'zip-not': '{file} is not a zip file.',
  'zip-unreadable': '{file} cannot be read: {reason}.',
  'zip-holds-too-much': '{file} cannot be read: unpacked it has more than {limit}.',
  'memory-exceeded': 'The book needs more than {mb} MB of memory.',
  'book-too-slow': 'Reading the book takes too long.',
  'book-too-slow-in': 'Reading the book takes too long. It was stopped in {file}.',
  'target-taken': '{target} holds files that are not a bundle; choose an empty folder or a new name.',
  'target-unwritable': 'The bundle cannot be written to {target}: {reason}',

  // Its files
  'outside-book': "{file} lies outside the book's folder.",
  'not-a-file': '{file} is not a file.',
  'too-many-bytes': '{file} has {bytes} bytes, more than {most}.',
  'not-utf8': '{file} is not UTF-8 text.',
  'not-there': '{file} does not exist.',
  'cannot-be-read': '{file} cannot be read ({reason}).',

  // Its description and contents
  'chapter-file': 'Chapter “{id}”: {failure}',
  'entry-draft': '“{title}” is a draft without a text.',
  'entry-external': '“{title}” leads out of the book ({href}) and is left out.',
  'entry-repeated': '“{title}”: {file} is listed twice; the first place counts.',
  'entry-file': '“{title}”: {failure}',
  'book-script': 'Settings in book.js are not used: a book is read, never run.',
  'json-invalid': 'JSON: {reason}',
  'json-no-object': 'The file does not hold an object.',
  'yaml-invalid': 'YAML: {reason}',
  'yaml-value': '{place}: {reason}',
  'title-untranslated': '{place} is missing in the language {lang}.',
  'entry-id-repeated': 'The id “{id}” is used twice.',
  'glossary-unlisted': 'There is a {file}, but the contents have no “generated: glossary”.',
  'glossary-missing': 'The contents have a glossary, but there is no {file} that can be used.',

  // What mdBook puts into a chapter
  'include-outside': '{directive} leads out of the book.',
  'include-too-deep': '{file} is put in more than {most} deep.',
  'include-fails': '{directive}: {failure}',
  'include-anchor': '{file} has no anchor “{anchor}”.',
  'include-too-long': 'With {file} the chapter would be too long.',

  // The text of a chapter
  'chapter-too-slow': 'Reading the chapter takes too long; its text is shown as it is written.',
  'chapter-too-deep': 'The chapter is nested too deeply to be read.',
  'html-removed': '<{tag}> is taken for HTML and not shown; write &lt;{tag}&gt; to show it.',
  'html-unused': 'Raw HTML is not used here: {html}',
  'callout-unknown': 'There is no call-out of the kind [!{mark}].',
  'title-missing': 'The chapter has no title (# Title) before its other headings.',
  'title-not-first': 'There is text before the title; the title (# Title) comes first.',
  'title-second': '“{title}” is a second title (#); a chapter has one, use ##.',
  'level-skipped': '“{title}” skips a level, from {from} to {to}.',
  'id-missing': '“{title}” has no id; add {#id}.',
  'id-characters': 'The id “{id}” is not made of a-z, 0-9 and hyphens.',
  'id-repeated': 'The id “{id}” is used twice in this chapter.',
  'id-of-title': "The title's id is “{id}”, not the chapter's id “{chapterId}”.",
  'footnote-unused': 'Nothing mentions the footnote [^{name}]; it is not shown.',
  'section-missing': 'The chapter has no section with the id “{id}”; the contents ask for one in every chapter.',
  'code-language-missing': 'The code names no language; write `text` for plain text.',
  'code-language-unknown': 'The language “{language}” is not known; the code stays plain.',
  'shell-refused': 'bash does not accept this: {reason}',

  // Figures and pictures
  'figure-title-missing': 'The figure has no title="…".',
  'figure-alt-missing': 'The figure has no alt="…".',
  'figure-too-large': 'The figure is too large to be drawn.',
  'figure-not-drawn': 'The figure could not be drawn.',
  'figure-fails': 'The figure cannot be drawn: {reason}',
  'figure-colours': 'A figure has no colours of its own: “{line}”.',
  'figure-class': 'There is no class “{role}”; use {roles}.',
  'figure-label-wide': '“{label}” is wider than what it stands in; shorten it.',
  'picture-file': 'Picture: {failure}',
  'picture-no-address': 'A picture has no address that can be used.',
  'picture-remote': '{source} is not part of the book and is never fetched.',
  'picture-kind': '{file} is not a PNG, JPEG, GIF, WebP, AVIF or SVG picture.',
  'picture-type': '{file} is a {type} picture; it is stored as one.',
  'picture-left-out': '{file} is left out: the pictures before it have more than {most} bytes.',
  'picture-description': 'The picture {source} has no description.',
  'picture-file-name': 'The picture {source} has no description (“{written}” is a file name).',

  // Links
  'link-no-chapter': 'The link leads to “{path}”, which is no chapter of this book.',
  'link-other-language': 'The link leads to “{path}”, a chapter in another language ({lang}).',
  'link-no-heading': 'The link leads to “#{fragment}”, which is no heading of {file}.',
  'link-not-https': 'External links are https addresses: {href}',
  'link-refused': 'Links of this kind are not opened: {href}',

  // How it is written
  'look-alike': '“{character}” is {code}, which only looks like “{usual}”.',
  'quotation-marks': 'Prose is quoted with {right}, not with {found}: {around}',
  'half-width': '“{found}” beside Chinese text is half width: {around}',
  'space-typed': 'No space is typed between Chinese and Latin text, the page sets one: {around}',
  'term-forbidden': 'Write “{instead}”, not “{term}”.',

  // Two languages side by side
  'languages-part': 'The languages part here: {here}, but {file}:{line} has {there}.',
  'a-block': '{kind}',
  'a-heading': 'heading “{id}” of level {level}',
  'end-of-section': 'the end of section “{id}”',
  'end-of-chapter': 'the end of the chapter',

  // Glossary
  'group-repeated': 'The group “{id}” stands here a second time.',
  'group-untitled': 'The group “{id}” has no title in {lang}.',
  'group-empty': 'The group “{id}” has no terms.',
  'term-repeated': 'The term “{id}” stands here a second time.',
  'term-group': '“{id}” is in a group “{group}” that does not exist.',
  'term-unnamed': 'The term “{id}” has no name in {lang}.',
  'term-meaning': 'The meaning of “{id}” is missing in {lang}.',
  'term-key': '“{key}” is neither a property of a term nor a language of the book.',
  'term-see': '{lang}: {failure}',
  'term-see-no-place': '“{target}” is no place in this book.',

  // What was compared
  'review-missing': 'Chapter “{id}” has no review: {failure}',
  'review-old':
    'The text in {lang} is not the one that was reviewed. Compare what changed, then set text.{lang} to {now}.',
  'review-block': '{file} has no block “{id}”.',
  'review-words': '{file} does not say “{words}” there.',
  'requirements-rows': 'The requirements are a table with the rows {rows}, in this order.',
  'requirements-unlisted': 'No list of requirements names this chapter.',
  'requirements-no-table': '“{path}” is no chapter with a table of requirements.',
} as const satisfies Readonly<Record<string, string>>;

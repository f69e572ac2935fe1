/** Chapters that the compiler writes from the rest of the book; the kind is the chapter's id. */
export const generatedKinds = ['glossary', 'figure-list', 'command-index'] as const;
export type GeneratedKind = (typeof generatedKinds)[number];

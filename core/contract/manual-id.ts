/** The book about Recto itself, which comes with it. */
export const manualId = 'manual';

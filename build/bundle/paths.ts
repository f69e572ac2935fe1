/** Folders of the repository, absolute. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const dist = join(root, 'dist');
export const contentSource = join(root, 'content');
/** The compiled edition that ships with Recto. */
export const editionBundle = join(dist, 'books', 'cncc');
export const manualSource = join(root, 'docs', 'manual');
export const manualBundle = join(dist, 'books', 'manual');

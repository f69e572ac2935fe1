/** How much of marks goes over in one call. */

/**
 * Marks that are changed in one call: one step of undo, all or nothing. More than the largest set that is tested, so that
 * whoever selects all of them need not know of it.
 */
export const mostInStep = 250_000;

/** Characters of a file that comes in: room for some 130,000 marks in the longest of the formats. */
export const mostImportChars = 256 * 1024 * 1024;

/** Characters of such a file in one message: a page that makes one message of a large file runs out of memory. */
export const mostPieceChars = 4 * 1024 * 1024;

/** The same as bytes of a JSON body, where each of them is escaped. */
export const mostPieceBytes = 6 * mostPieceChars + 4096;

/** Bytes of a change of `mostInStep` marks. */
export const mostStepBytes = 512 * 1024 * 1024;

/** A zip that the page hands over, in bytes: as much as a call may carry. Apart from the schema: the page needs the number without zod. */
export const mostUploadBytes = 48 * 1024 * 1024;

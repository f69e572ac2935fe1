/** Addresses of places in a book, `recto://…`, which the system hands over. The page finds out where they lead. */
export const linkScheme = 'recto';

/** No address of a place is longer; what is longer is nobody's to handle. */
const maxLength = 2000;

/** The first address of a place on a command line, or undefined. */
export function linkIn(argv: readonly string[]): string | undefined {
  return argv.find((argument) => argument.length <= maxLength && argument.toLowerCase().startsWith(`${linkScheme}://`));
}

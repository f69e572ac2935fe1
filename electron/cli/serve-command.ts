/** `recto serve`: the reader for a browser. Its options are those of the browser host. */
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'open the reader in an installed browser',
  help: `recto serve [--no-open] [--port PORT] [--data DIR] [--book BOOK] [--json]
            [--safe-mode] [--notes-folder DIR]

Serves the reader on this machine only and opens it in an installed browser.
Ends when its last page has been closed. BOOK is a folder or zip, which is put on the
shelf, a compiled book, which is read where it stands, or the id of a book on the shelf.
With --safe-mode settings and place are set aside for this time. With --notes-folder marks
are kept in DIR as well from now on, a Markdown file for each book.

Exit status: 0 ended as asked, 1 could not start, 2 wrong usage.`,
  async run(args) {
    // Loaded here so that the other commands do not wait for a server they do not use.
    const { runServe } = await import('../browser/serve.ts');
    return runServe([...args]);
  },
};

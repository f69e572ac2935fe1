/** `npm run --silent recto -- COMMAND …`: the command line. The same code as in the app. */
import { exitCodes, UsageError, type Command, type Output } from './command.ts';
import { bookCommand } from './book-command.ts';
import { checkCommand, compileCommand } from './compile-command.ts';
import { epubCommand } from './epub-command.ts';
import { marksCommand } from './marks-command.ts';
import { searchCommand } from './search-command.ts';
import { serveCommand } from './serve-command.ts';
import { textCommand } from './text-command.ts';

const commands: readonly Command[] = [
  compileCommand,
  checkCommand,
  textCommand,
  searchCommand,
  bookCommand,
  marksCommand,
  epubCommand,
  serveCommand,
];

const help = `recto COMMAND …

${commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}

recto COMMAND --help explains a command. With --json a command prints one JSON value
on stdout; messages go to stderr. Exit status: 0 well, 1 not in order, 2 wrong usage.`;

const output: Output = {
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  },
};

// Whoever reads us may have seen enough: `recto text … | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.ok);
});

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? output.tell : output.print)(help);
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    output.tell(`There is no command “${name}”. Commands: ${commands.map((known) => known.name).join(', ')}.`);
    return exitCodes.usage;
  }
  if (args.includes('--help') || args.includes('-h')) {
    output.print(command.help);
    return exitCodes.ok;
  }
  try {
    return await command.run(args, output);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    output.tell(`${error.message}\n\n${command.help}`);
    return exitCodes.usage;
  }
}

/** Ours, or one of `parseArgs` (unknown option, value missing). */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

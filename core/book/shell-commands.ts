/**
 * The commands of a shell script, as an index needs them: which programs are called with which words. Not a shell:
 * words are read with their quotes taken off, nothing is expanded, and what is no command (comments, bodies of
 * here-documents, keywords, redirections, assignments) is left out. Any text gives a list.
 */

/** The words of one call, program first; never empty. */
export type ShellCommand = readonly string[];

/** All calls in the order in which they start, those inside `$(…)` after the call they stand in. */
export function shellCommands(script: string): ShellCommand[] {
  // A shell would take the `<` of `<HOST_IP>` for a redirection; these two stand for its brackets meanwhile.
  const readable = script.replace(placeholders, '\uE000$1\uE001');
  const commands = new ShellReader(readable, 0).read();
  return commands.map((words) => words.map((word) => word.replaceAll('\uE000', '<').replaceAll('\uE001', '>')));
}

/** A script with words in place of the values to fill in (`<HOST_IP>`), for a shell to look at. */
export function replacePlaceholders(script: string): string {
  return script.replace(placeholders, '$1');
}

const placeholders = /<([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)>/g;

/** Words after which a command may follow, and that are none themselves. */
const keywords = new Set('if then elif else fi while until do done esac { } ! time'.split(' '));

/** Statements whose words are no command. */
const nonCommands = new Set('for case select function in [[ (('.split(' '));

/** Programs that run another, with the options of theirs that take a value. */
const wrappers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['sudo', new Set(['-u', '--user', '-g', '--group', '-D', '--chdir'])],
  ['env', new Set(['-u', '--unset', '-C', '--chdir'])],
  ['nohup', new Set()],
  ['exec', new Set()],
  ['command', new Set()],
  ['xargs', new Set(['-n', '--max-args', '-I', '-L', '-P', '-d', '--delimiter'])],
  ['timeout', new Set(['-s', '--signal', '-k', '--kill-after'])],
]);

/** Commands in commands in commands: nobody writes more, and the stack is finite. */
const maxDepth = 20;

class ShellReader {
  private readonly script: string;
  private at = 0;
  private words: string[] = [];
  private readonly commands: ShellCommand[] = [];
  /** Scripts of command substitutions in the command that is being read. */
  private inner: string[] = [];
  private readonly hereEnds: string[] = [];

  private readonly depth: number;

  constructor(script: string, depth: number) {
    this.depth = depth;
    // A backslash at the end of a line joins it with the next.
    this.script = script.replace(/\\\n/g, ' ');
  }

  read(): ShellCommand[] {
    while (this.at < this.script.length) this.step();
    this.endCommand();
    return this.commands;
  }

  private step(): void {
    const rest = this.script.slice(this.at, this.at + 3);
    const [character = ''] = rest;
    if (character === '\n') {
      this.at++;
      this.endCommand();
      this.skipHereDocuments();
    } else if (/\s/.test(character)) this.at++;
    else if (character === '#') this.skipTo('\n');
    else if (/^[0-9]?[<>]|^&>/.test(rest)) this.redirect();
    else if (character === '(' && this.words.length === 1 && /^\(\s*\)/.test(this.script.slice(this.at))) {
      // A function is defined: its name is called later, its body are commands.
      this.words = [];
      this.skipTo(')');
      this.at++;
    } else if (/[;&|()]/.test(character)) {
      this.at++;
      this.endCommand();
    } else this.words.push(this.readWord());
  }

  private redirect(): void {
    const [operator = ''] = /^(?:[0-9]?(?:<<<|<<-?|<&|>&|>>|>\||<|>)|&>>?)/.exec(this.script.slice(this.at)) ?? [];
    this.at += Math.max(operator.length, 1);
    // Process substitution is a command of its own.
    if (this.script[this.at] === '(') return;
    while (this.script[this.at] === ' ') this.at++;
    const target = this.readWord();
    if (/<<-?$/.test(operator)) this.hereEnds.push(target);
  }

  /** A word with its quotes taken off; empty where none starts here. */
  private readWord(): string {
    let word = '';
    while (this.at < this.script.length) {
      const character = this.script[this.at] ?? '';
      if (/[\s;&|()<>]/.test(character)) break;
      if (character === '\\') {
        word += this.script[this.at + 1] ?? '';
        this.at += 2;
      } else if (character === "'") word += this.readSingleQuoted();
      else if (character === '"') word += this.readDoubleQuoted();
      else if (character === '$' || character === '`') word += this.readExpansion();
      else {
        word += character;
        this.at++;
      }
    }
    return word;
  }

  private readSingleQuoted(): string {
    const start = this.at + 1;
    this.skipTo("'", start);
    const text = this.script.slice(start, this.at);
    this.at++;
    return text;
  }

  private readDoubleQuoted(): string {
    let text = '';
    this.at++;
    while (this.at < this.script.length && this.script[this.at] !== '"') {
      const character = this.script[this.at] ?? '';
      if (character === '\\') {
        text += this.script[this.at + 1] ?? '';
        this.at += 2;
      } else if (character === '$' || character === '`') text += this.readExpansion();
      else {
        text += character;
        this.at++;
      }
    }
    this.at++;
    return text;
  }

  /** `$name`, `${…}`, `$(…)` or a piece in backquotes, as it is written; commands inside are kept for later. */
  private readExpansion(): string {
    const start = this.at;
    if (this.script[start] === '`') {
      this.skipTo('`', start + 1);
      this.inner.push(this.script.slice(start + 1, this.at));
      this.at++;
    } else if (this.script[start + 1] === '(') {
      this.skipBalanced('(', ')');
      if (this.script[start + 2] !== '(') this.inner.push(this.script.slice(start + 2, this.at - 1));
    } else if (this.script[start + 1] === '{') this.skipBalanced('{', '}');
    else this.at++;
    return this.script.slice(start, this.at);
  }

  private skipBalanced(open: string, close: string): void {
    let depth = 0;
    for (; this.at < this.script.length; this.at++) {
      if (this.script[this.at] === open) depth++;
      if (this.script[this.at] === close && --depth === 0) break;
    }
    this.at++;
  }

  private skipTo(end: string, from = this.at): void {
    const found = this.script.indexOf(end, from);
    this.at = found < 0 ? this.script.length : found;
  }

  private skipHereDocuments(): void {
    for (const end of this.hereEnds.splice(0)) {
      while (this.at < this.script.length) {
        const line = this.script.slice(this.at).split('\n', 1)[0] ?? '';
        this.at += line.length + 1;
        if (line.trim() === end) break;
      }
    }
  }

  private endCommand(): void {
    const words = stripPrefixes(this.words);
    const [program] = words;
    if (program !== undefined && !nonCommands.has(program)) this.commands.push(words);
    const inner = this.inner;
    this.words = [];
    this.inner = [];
    if (this.depth === maxDepth) return;
    for (const script of inner) this.commands.push(...new ShellReader(script, this.depth + 1).read());
  }
}

/** Without keywords, assignments, and programs that only run another. */
function stripPrefixes(words: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === undefined) return [];
  if (keywords.has(first) || /^[A-Za-z_]\w*\+?=/.test(first)) return stripPrefixes(words.slice(1));
  const withValue = wrappers.get(first);
  if (withValue === undefined) return words;
  let at = 1;
  while (words[at]?.startsWith('-') === true) at += withValue.has(words[at] ?? '') ? 2 : 1;
  if (first === 'timeout') at++;
  const wrapped = stripPrefixes(words.slice(at));
  return wrapped.length === 0 ? words : wrapped;
}

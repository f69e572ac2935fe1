/** What the copy button of a piece of code copies. */

export interface CodeCopy {
  readonly text: string;
  /** `commands`: the code shows a terminal; its prompts and what was printed are left out. */
  readonly kind: 'source' | 'commands';
  /** Lines, or commands. */
  readonly count: number;
}

/** Languages that show a terminal: there `#` is the prompt of root. */
const consoles = new Set(['console', 'shellsession', 'shell-session', 'sh-session', 'terminal']);
/** Languages in which a line that begins with a prompt is no code of theirs. `#` begins a comment there. */
const shells = new Set(['', 'text', 'bash', 'sh', 'zsh', 'fish', 'shell']);

const rootPrompt = /^(?:\[[^\]]*\])?[$#] /;
const prompt = /^(?:\[[^\]]*\][$#]|\$) /;

/** The commands of a terminal without prompts and output; any other code as it is. */
export function codeCopy(source: string, language: string): CodeCopy {
  const sign = consoles.has(language) ? rootPrompt : shells.has(language) ? prompt : undefined;
  const commands = sign === undefined ? [] : commandsOf(source.split('\n'), sign);
  if (commands.length > 0) return { text: commands.join('\n'), kind: 'commands', count: commands.length };
  return { text: source, kind: 'source', count: source.split('\n').length };
}

function commandsOf(lines: readonly string[], sign: RegExp): string[] {
  const commands: string[] = [];
  /** The word that ends the text a command is being given (`<<EOF`). */
  let endWord: string | undefined;
  let goesOn = false;
  for (const line of lines) {
    const last = commands.length - 1;
    if (goesOn || endWord !== undefined) {
      const more = line.replace(/^> /, '');
      commands[last] = `${commands[last] ?? ''}\n${more}`;
      if (more.trim() === endWord) endWord = undefined;
      goesOn = endWord === undefined && more.endsWith('\\');
    } else if (sign.test(line)) {
      const command = line.replace(sign, '');
      commands.push(command);
      endWord = /<<-?\s*(['"]?)(\w+)\1/.exec(command)?.[2];
      goesOn = command.endsWith('\\');
    }
  }
  return commands;
}

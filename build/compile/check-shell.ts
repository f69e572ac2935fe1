/** Whether the shell code of a book is shell code. `bash -n` reads it and runs nothing. */
import { spawn } from 'node:child_process';
import type { ChapterDraft } from '../../core/book/draft.ts';
import type { Fence } from '../../core/book/fence.ts';
import type { Problem } from '../../core/book/report.ts';
import { say } from '../../core/book/sentences/say.ts';
import { replacePlaceholders } from '../../core/book/shell-commands.ts';

/** A complaint with the line of the script it is about, 1-based. */
interface Complaint {
  readonly line: number;
  readonly message: string;
}

const atOnce = 4;

/** A problem for every piece of shell code that bash does not accept. None where there is no bash. */
export async function checkShell(drafts: readonly ChapterDraft[]): Promise<Problem[]> {
  const places = drafts.flatMap((draft) =>
    draft.sections
      .flatMap((section) => section.blocks.flatMap((block) => block.fences))
      .filter(isShell)
      .map((fence) => ({ file: draft.file, fence })),
  );
  // The languages of a book share most of their code.
  const queue = [...new Set(places.map(({ fence }) => fence.text))];
  const complaints = new Map<string, readonly Complaint[]>();
  const work = async (): Promise<void> => {
    for (let text = queue.pop(); text !== undefined; text = queue.pop()) complaints.set(text, await readWithBash(text));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return places.flatMap(({ file, fence }) =>
    (complaints.get(fence.text) ?? []).map(({ line, message }): Problem => {
      const text = say('shell-refused', { reason: message });
      // What is missing at the end is missed on the line after it.
      const within = Math.min(line, fence.text.split('\n').length);
      return { severity: 'error', code: 'shell-syntax', file, line: fence.line + within, message: text };
    }),
  );
}

function isShell({ language, output }: Fence): boolean {
  return !output && (language === 'bash' || language === 'sh');
}

function readWithBash(script: string): Promise<readonly Complaint[]> {
  return new Promise((resolve) => {
    const bash = spawn('bash', ['-n'], { stdio: ['pipe', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    let said = '';
    bash.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    bash.on('error', () => resolve([]));
    bash.on('close', () => resolve(toComplaints(said)));
    // bash stops reading at the first mistake.
    bash.stdin.on('error', () => undefined);
    bash.stdin.end(`${replacePlaceholders(script)}\n`);
  });
}

/** `bash: line 3: syntax error near unexpected token …`; the lines after the first repeat the script. */
function toComplaints(said: string): Complaint[] {
  const first = said.split('\n', 1)[0] ?? '';
  if (first === '') return [];
  const [, line = '1', message = first] = /^bash: line (\d+): (.*)$/.exec(first) ?? [];
  return [{ line: Number(line), message }];
}

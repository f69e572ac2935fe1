import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellCommands } from '../../../../core/book/shell-commands.ts';

const calls = (script: string): string[] => shellCommands(script).map((words) => words.join(' | '));

describe('shellCommands', () => {
  it.each([
    ['ls -l', ['ls | -l']],
    ['dmesg | grep -i sgx && echo ok; date', ['dmesg', 'grep | -i | sgx', 'echo | ok', 'date']],
    ['docker run \\\n  --rm \\\n  image', ['docker | run | --rm | image']],
    ['sudo -u root --preserve-env FOO=1 yum install x', ['yum | install | x']],
    ['sudo -i', ['sudo | -i']],
    ['A=1 B="x y" make', ['make']],
    ['A=1', []],
    ['# a comment\nls # another', ['ls']],
    ['if [ -f x ]; then cat x; fi', ['[ | -f | x | ]', 'cat | x']],
    ['for n in a b; do kubectl get "$n"; done', ['kubectl | get | $n']],
    ['key=$(openssl rand -hex 16)', ['openssl | rand | -hex | 16']],
    ['echo "$(date | cut -c 1)"', ['echo | $(date | cut -c 1)', 'date', 'cut | -c | 1']],
    ['cat > /etc/x.conf <<EOF\nrm -rf /\nEOF\nls', ['cat', 'ls']],
    ["cat <<'END'\n$(reboot)\nEND\n", ['cat']],
    ['make 2>&1 > log.txt', ['make']],
    ['curl https://<HOST_IP>/a#b', ['curl | https://<HOST_IP>/a#b']],
    ['grep \'a; b\' <<< "x"', ['grep | a; b']],
    ['(cd /tmp && ls)', ['cd | /tmp', 'ls']],
    ['diff <(sort a) b', ['diff', 'sort | a', 'b']],
    ['say() { echo "$1"; }\nsay x', ['echo | $1', 'say | x']],
    ['timeout 5 curl x', ['curl | x']],
  ])('reads %j', (script, expected) => {
    expect(calls(script)).toEqual(expected);
  });

  it('comes to an end on any text, and gives no empty calls', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '"',
      "'",
      '$(',
      ')',
      '`',
      '\\',
      '<<',
      'EOF',
      '#',
      '|',
      '${',
      '}',
      '<A>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const words of shellCommands(parts.join(''))) expect(words.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

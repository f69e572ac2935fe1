import { describe, expect, it } from 'vitest';
import { codeCopy } from '../../../../renderer/features/blocks/copy-code.ts';

describe('what is copied from code', () => {
  it('is the source, byte for byte, where there is no terminal in it', () => {
    const yaml = 'a: 1\n\tb: "$ x"\n# c\n';
    expect(codeCopy(yaml, 'yaml')).toEqual({ text: yaml, kind: 'source', count: 4 });
    const shell = '# a comment\nmake\n';
    expect(codeCopy(shell, 'bash').text).toBe(shell);
  });

  it('is the commands of a terminal, without prompts and what was printed', () => {
    expect(codeCopy('$ dmesg | grep sgx\n[0.68] sgx: EPC\n# reboot\n', 'console')).toEqual({
      text: 'dmesg | grep sgx\nreboot',
      kind: 'commands',
      count: 2,
    });
    expect(codeCopy('[root@host ~]# ls\na  b', '').text).toBe('ls');
  });

  it('takes a shell’s comment for no prompt', () => {
    expect(codeCopy('$ make\n# not a command\n$ make install', 'bash').text).toBe('make\nmake install');
  });

  it('keeps a command that goes on over several lines together', () => {
    expect(codeCopy('$ docker run \\\n>   -it image\nready', 'shell').text).toBe('docker run \\\n  -it image');
    expect(codeCopy("$ cat <<'EOF' > a\n> one\n> EOF\ndone\n$ ls", 'console')).toEqual({
      text: "cat <<'EOF' > a\none\nEOF\nls",
      kind: 'commands',
      count: 2,
    });
  });
});

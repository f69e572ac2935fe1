/** Which words of a book an index of commands and files lists. */

/** Shell built-ins and the tools that every script uses: nobody looks them up in a book. */
const everydayPrograms = new Set(
  (
    '. : [ awk basename break cat cd chmod chown cp cut date dirname echo env eval exit export false find free grep head ' +
    'id kill ls mkdir mv nproc od printf pwd read return rm scp sed set sh bash shift sleep sort source ssh stat tail tar ' +
    'tee test tr true tty umask uname unset wait xargs sudo'
  ).split(' '),
);

/** Programs whose first plain argument says what they do. */
const withSubcommands = new Set(
  (
    'apt apt-get cargo cosign crictl ctr dnf docker git hag hekit helm kbs-client kubeadm kubectl nerdctl occlum openssl pip ' +
    'podman qemu-img sevctl skopeo snpguest systemctl virsh yum'
  ).split(' '),
);

/** The name of a program as it is listed, from the word that calls it; undefined for what is not listed. */
export function programOf(word: string): string | undefined {
  const name = word.split('/').at(-1) ?? '';
  if (!/^[A-Za-z0-9][\w.+-]*$/.test(name) || !/[a-z]/.test(name) || everydayPrograms.has(name)) return undefined;
  return name;
}

export function subcommandOf(program: string, words: readonly string[]): string | undefined {
  if (!withSubcommands.has(program)) return undefined;
  const first = words.find((word) => !word.startsWith('-'));
  return first !== undefined && /^[a-z][a-z0-9_-]*$/.test(first) ? first : undefined;
}

/** The folders a path may start with; `/v1/keys` is no file. */
const roots = 'bin|boot|dev|etc|home|lib|lib64|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var';

const pathPattern = new RegExp(String.raw`^(?:/(?:${roots})|~)(?:/(?:[\w.+@%-]|<[A-Z][A-Z0-9_]*>)+)+$`);

/** Outside of any question. */
const ordinaryPaths = new Set(['/dev/null', '/dev/stdin', '/dev/stdout', '/dev/urandom', '/bin/bash', '/bin/sh']);

/** Absolute paths in a word of a script (`--config=/etc/x`, `/src:/dst:ro`) or in a piece of code in the text. */
export function pathsIn(word: string): string[] {
  return word
    .split(/[\s=:,;'"]+/)
    .map((piece) => piece.replace(/^\$(?:HOME|\{HOME\})(?=\/)/, '~').replace(/(?:\/\.?)+$/, ''))
    .filter((piece) => pathPattern.test(piece) && !ordinaryPaths.has(piece));
}

const fileEndings =
  'bin c cc cert cfg cmake conf cpp crt csv efi fd gpg h img java jar json key ko kubeconfig md patch pem py qcow2 rego ' +
  'repo rpm rs service sh sig so tar toml txt vhd xml yaml yml';

const fileNamePattern = new RegExp(String.raw`^[A-Za-z0-9_][\w.+-]*\.(?:${fileEndings.replaceAll(' ', '|')})$`);

/** The words of a piece of code that may be names of files. */
export function filesIn(code: string): string[] {
  return code.split(/[\s=:,;'"]+/);
}

/** True for a file's name without a folder. */
export function isFileName(word: string): boolean {
  return fileNamePattern.test(word);
}

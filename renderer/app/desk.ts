/** The clipboard and saved files: by the host, or by the page where the host leaves it to the browser. */
import type { HostApi } from '../../core/contract/channels.ts';
import type { Failure, Result } from '../../core/contract/result.ts';

export interface Desk {
  /** Each is false where nothing was copied or saved; `onFailure` has been told, unless the reader declined. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly copyPicture: (png: Blob) => Promise<boolean>;
  readonly saveFile: (name: string, content: Blob) => Promise<boolean>;
}

export function createDesk(page: Window, host: HostApi, onFailure: (failure: Failure) => void): Desk {
  function told<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    onFailure(result.error);
    return undefined;
  }

  /** What the browser does in a click it may also refuse. */
  async function inPage(write: () => Promise<void>): Promise<boolean> {
    const done: Result<true> = await write().then(
      () => ({ ok: true, value: true }),
      (error: unknown) => ({ ok: false, error: { code: 'copy-refused', details: { what: String(error) } } }),
    );
    return told(done) ?? false;
  }

  const { clipboard } = page.navigator;
  return {
    async copyText(text) {
      const outcome = told(await host['clipboard:write']({ text }))?.outcome;
      if (outcome === 'ask') return inPage(() => clipboard.writeText(text));
      return outcome === 'copied';
    },
    async copyPicture(png) {
      const outcome = told(await host['clipboard:write']({ png: await base64Of(png) }))?.outcome;
      if (outcome === 'ask') return inPage(() => clipboard.write([new ClipboardItem({ 'image/png': png })]));
      return outcome === 'copied';
    },
    async saveFile(name, content) {
      const outcome = told(await host['file:save']({ name, content: await base64Of(content) }))?.outcome;
      if (outcome === 'ask') download(page.document, name, content);
      return outcome === 'ask' || outcome === 'saved';
    },
  };
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result.replace(/^[^,]*,/, ''));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture cannot be read.')));
    reader.readAsDataURL(content);
  });
}

function download(document: Document, name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken the content over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

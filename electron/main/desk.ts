/** The clipboard, and files that the reader saves. The page has no permission for either: it asks, and this does it. */
import { clipboard, ClipboardItem, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../../core/contract/channels.ts';
import { failure, success } from '../../core/contract/result.ts';
import type { Texts } from './texts.ts';

/** `window` and `texts` are asked at the time of use. Only what the reader picks in the dialog is ever written. */
export function createDesk(
  window: () => BrowserWindow | undefined,
  texts: () => Texts,
): Pick<Handlers, 'clipboard:write' | 'file:save'> {
  return {
    'clipboard:write': async (content) => {
      try {
        if ('text' in content) await clipboard.writeText(content.text);
        else await clipboard.write([new ClipboardItem({ 'image/png': pngOf(content.png) })]);
        return success({ outcome: 'copied' });
      } catch (error) {
        return failure('copy-refused', { what: reasonOf(error) });
      }
    },
    'file:save': async ({ name, content }) => {
      const file = await askWhere(window(), question(name, texts()));
      if (file === undefined) return success({ outcome: 'declined' });
      try {
        await writeFile(file, Buffer.from(content, 'base64'));
        return success({ outcome: 'saved' });
      } catch (error) {
        return failure('file-not-saved', { file: basename(file), what: reasonOf(error) });
      }
    },
  };
}

function pngOf(base64: string): Blob {
  return new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' });
}

function question(name: string, texts: Texts): SaveDialogOptions {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const kinds: Readonly<Record<string, readonly [title: string, kind: string]>> = {
    svg: [texts.savePicture, texts.vectorDrawing],
    png: [texts.savePicture, texts.picture],
    json: [texts.saveKeys, texts.keysFile],
  };
  const [title, kind] = kinds[extension] ?? [texts.saveMarks, texts.marksFile];
  return { title, defaultPath: name, filters: [{ name: kind, extensions: [extension] }] };
}

/** Where the reader wants a file, undefined for nowhere. */
export async function askWhere(
  window: BrowserWindow | undefined,
  options: SaveDialogOptions,
): Promise<string | undefined> {
  const answer = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

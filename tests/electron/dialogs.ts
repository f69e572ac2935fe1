/** The system's file dialogs, which nobody sees here: what they answer, and what they were asked. */
import type { ElectronApplication } from 'playwright/test';

/** What the reader picks in a dialog from now on; nothing where `path` is empty. What was asked before is forgotten. */
export function pickInDialog(
  app: ElectronApplication,
  dialog: 'showOpenDialog' | 'showSaveDialog',
  path: string,
): Promise<void> {
  return app.evaluate(
    (electron, [name, picked]) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      const canceled = picked === '';
      const answer =
        name === 'showOpenDialog' ? { canceled, filePaths: canceled ? [] : [picked] } : { canceled, filePath: picked };
      Object.assign(electron.dialog, {
        [name]: (...args: unknown[]) => {
          asked.push(args.at(-1));
          return Promise.resolve(answer);
        },
      });
    },
    [dialog, path] as const,
  );
}

/** The options of each dialog since then. */
export function askedInDialogs(app: ElectronApplication): Promise<unknown[]> {
  return app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
}

/** What happens when this process meets a mistake of ours: it is noted down, and the reader decides how to go on. */
import { app, dialog } from 'electron';
import { errorFacts, type Log } from '../services/log/log.ts';
import type { Texts } from './texts.ts';

/** One question at a time: a mistake that comes again and again must not bury the reader. */
let isAsking = false;

/** Catches what nothing else has caught, from now on. */
export function watchMain(log: Log, texts: () => Texts): void {
  const caught = (error: unknown): void => {
    console.error('recto:', error);
    log.write('main-threw', errorFacts(error));
    void askHow(texts());
  };
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
}

/** Every acknowledged change is on disk, so a restart costs nothing; going on is for whoever is in the middle of a sentence. */
async function askHow({ mainThrew, mainThrewDetail, restart, goOn }: Texts): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  try {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: mainThrew,
      detail: mainThrewDetail,
      buttons: [restart, goOn],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
      normalizeAccessKeys: true,
    });
    if (response !== 0) return;
    app.relaunch();
    // Windows close in order, so that what their pages still have to say is heard.
    app.quit();
  } finally {
    isAsking = false;
  }
}

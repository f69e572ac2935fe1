/**
 * The Electron host: puts the services behind a window. What must come before Electron is ready stands at the top
 * level; nothing here awaits ready at the top level, which Electron does not promise to survive.
 */
import { app, dialog } from 'electron';
import { join } from 'node:path';
import { bookInLink } from '../../core/book/deep-link.ts';
import { createArrivals } from '../services/arrivals.ts';
import { claimFolder, type Claim } from '../services/claim.ts';
import { openServices, type Services } from '../services/host-services.ts';
import { openNamedBook, ownBooks, withNamedBundle } from '../services/library/named-book.ts';
import { chooseNamedFolder } from '../services/notes/named-folder.ts';
import { createChooseBook, createChooseFolder } from './choose-book.ts';
import { useDataFolder, valueOf } from './data-folder.ts';
import type { Log } from '../services/log/log.ts';
import { filesIn, receiveArrivals, type Arrival } from './arrivals.ts';
import { linkIn, linkScheme } from './deep-link.ts';
import { createContextMenu } from './context-menu.ts';
import { createDesk } from './desk.ts';
import { createPaper, createSaveBytes } from './paper.ts';
import { answerChannels, emit, emitToAll } from './ipc.ts';
import { confirmLink } from './links.ts';
import { lockDown } from './lock-down.ts';
import { watchMain } from './main-failure.ts';
import { applyDefaults, applyingChanges, applyStored, currentLanguage, currentTexts } from './preferences.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { openLinksBy } from './menu.ts';
import { createOpening } from './opening.ts';
import { followingRecentBooks } from './recent-books.ts';
import { createView } from './view.ts';
import { showLink } from './window.ts';
import { placeOf, readerWindow, windowFor } from './windows.ts';

// This file is dist/electron/main.js, packaged or not: page and book are its neighbours.
const dist = join(import.meta.dirname, '..');
const preloadFile = join(import.meta.dirname, 'preload.cjs');

registerAppScheme();
lockDown(app);
const dataFolder = useDataFolder(app);

/** Whether settings, place and windows are set aside for this time. */
const safeMode = process.argv.includes('--safe-mode');

/** What is to be shown as soon as there is a window. */
let waitingLink = linkIn(process.argv);
const arrivals = createArrivals();
for (const file of filesIn(process.argv.slice(1), process.cwd())) arrivals.add(file);
let isStarted = false;
let log: Log | undefined;

const opening = createOpening({
  preloadFile,
  stateFile: safeMode ? undefined : join(app.getPath('userData'), 'window.json'),
  log: () => log,
});

if (app.requestSingleInstanceLock()) {
  const receive = ({ link, files = [] }: Arrival): void => {
    const arrived = files.map((file) => arrivals.add(file));
    const window = windowFor(link === undefined ? undefined : bookInLink(link));
    if (link !== undefined && window)
      showLink(window, link, () => emit(window.webContents, 'link:arrived', { address: link }));
    else if (link !== undefined && !isStarted) waitingLink = link;
    else if (isStarted) opening.show({ link });
    // A page that is still loading asks for them by itself.
    if (window) for (const { name } of arrived) emit(window.webContents, 'file:arrived', { name });
  };
  receiveArrivals(app, receive);
  openLinksBy((link) => receive({ link }));
  app.on('before-quit', opening.stayForNextTime);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.whenReady().then(start).catch(giveUp);
} else {
  console.error(`Recto is open already with the data folder ${dataFolder}; its window comes to the front.`);
  app.quit();
}

async function start(): Promise<void> {
  const claim = claimFolder(dataFolder);
  if (claim.kind === 'taken') {
    await tellTaken();
    return;
  }
  const here = process.cwd();
  const named = valueOf(process.argv, 'book');
  const folders = await withNamedBundle(ownBooks(join(dist, 'books')), named, here);
  const services = await openServices({
    ...folders,
    compilerThread: join(import.meta.dirname, 'compiler.js'),
    backgroundThread: join(import.meta.dirname, 'background.js'),
    dataFolder,
    version: app.getVersion(),
    host: 'electron',
    safeMode,
    openLink: (address) => confirmLink(address, readerWindow(), currentTexts()),
    desk: {
      ...createDesk(readerWindow, currentTexts),
      ...createPaper(readerWindow, currentTexts),
      ...createContextMenu(readerWindow, currentLanguage),
      ...createView(readerWindow),
      'window:open': opening.another,
    },
    windowPlace: placeOf,
    arrivals,
    saveBytes: createSaveBytes(readerWindow, currentTexts),
    chooseSource: createChooseBook(readerWindow, currentTexts),
    chooseFolder: createChooseFolder(readerWindow, currentTexts),
  });
  watchMain(services.log, currentTexts);
  closeAtTheEnd(services, claim);
  // Elsewhere the package tells the system; the installer of Windows does not.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(linkScheme);
  await applyStored(services.handlers);
  // Before there is a page, so that the first one shows it.
  if (named !== undefined) tellProblems(await openNamedBook(services, folders, named, here));
  serveApp(services, join(dist, 'renderer'));
  services.onEvent(emitToAll);
  answerChannels(followingRecentBooks(opening.noting(applyingChanges(services.handlers)), services));
  isStarted = true;
  log = services.log;
  opening.again({ link: waitingLink, namesBook: named !== undefined });
  const notesFolder = valueOf(process.argv, 'notes-folder');
  if (notesFolder !== undefined) {
    // A page that is still to come would miss what it is told.
    readerWindow()?.webContents.once('did-finish-load', () => {
      void chooseNamedFolder(services.notes, notesFolder, here).then((problem) =>
        tellProblems(problem === undefined ? [] : [problem]),
      );
    });
  }
  // macOS: the program goes on without a window, and its icon is clicked.
  app.on('activate', () => opening.show());
}

/** For whoever named a book on the command line; the shelf has the same. */
function tellProblems(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
}

/** Not at before-quit: then the page is still there, and saves its position while the window closes. */
function closeAtTheEnd(services: Services, claim: Claim): void {
  app.on('will-quit', () => {
    services.close();
    if (claim.kind === 'held') claim.release();
  });
}

/** Electron's own lock keeps a second Electron away; this is the browser host on the same folder. */
async function tellTaken(): Promise<void> {
  applyDefaults();
  const { folderTaken, folderTakenDetail, ok } = currentTexts();
  await dialog.showMessageBox({
    type: 'info',
    message: folderTaken,
    detail: folderTakenDetail(dataFolder),
    buttons: [ok],
  });
  app.quit();
}

/** Only for mistakes of ours: what a disk may hold is told by the page. */
function giveUp(error: unknown): void {
  console.error('recto: the start failed:', error);
  dialog.showErrorBox('Recto', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

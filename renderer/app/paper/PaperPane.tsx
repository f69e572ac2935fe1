import { useRef, useState } from 'react';
import type { HostApi } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import { paperLangs, type PaperSize } from '../../../core/paper/choice.ts';
import { fileNameFor } from '../../../core/paper/file-name.ts';
import { PaperDialog } from '../../features/paper/PaperDialog.tsx';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { paperMessagesFor, type PaperMessages } from '../../i18n/paper.ts';
import { shownChapterId } from '../../state/reading.ts';
import { useAppState } from '../../state/store-context.ts';
import { painted } from '../painted.ts';
import type { Services } from '../services.ts';
import { allMarks } from './all-marks.ts';
import { isPaperPlaced } from './placed.ts';
import type { PaperDocument } from './prepare.ts';

export interface PaperPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'preparing'; readonly done: number; readonly of: number }
  | { readonly kind: 'explained' }
  | { readonly kind: 'writing' };

/** Print and PDF, connected with the state. */
export function PaperPane({ services, onClose }: PaperPaneProps) {
  const { host, changeSettings, sayFailure } = services;
  const { close } = useMessages();
  const words = paperMessagesFor(useUiLanguage());
  const manifest = useAppState((state) => state.reading.manifest);
  const lang = useAppState((state) => state.reading.lang);
  const chapterId = useAppState((state) => shownChapterId(state.reading.shown));
  const program = useAppState((state) => state.program);
  const choice = useAppState((state) => state.settings.paper);
  const [step, setStep] = useState<Step>();
  const stop = useRef<AbortController>(undefined);

  const say = (remark: Parameters<typeof services.say>[0]): void => {
    services.say(remark);
    onClose();
  };

  /** Undefined where the reader stopped it, or something failed and has been told. */
  async function prepare(): Promise<PaperDocument | undefined> {
    if (isPaperPlaced(document)) {
      say(words.placed);
      return undefined;
    }
    const controller = new AbortController();
    stop.current = controller;
    setStep({ kind: 'preparing', done: 0, of: 0 });
    const [{ preparePaper }, marks] = await Promise.all([
      import('./prepare.ts'),
      choice.marks === 'none' ? undefined : allMarks(host, manifest.id),
    ]);
    if (marks?.ok === false) {
      say(marks.error);
      return undefined;
    }
    const prepared = await preparePaper({
      page: window,
      host,
      manifest,
      chapterId,
      lang,
      choice,
      marks: marks?.value ?? [],
      signal: controller.signal,
      onProgress: (done, of) => setStep({ kind: 'preparing', done, of }),
    });
    if (!prepared.ok) say(prepared.error);
    return prepared.ok ? prepared.value : undefined;
  }

  async function print(): Promise<void> {
    const paper = await prepare();
    if (!paper) return;
    tellPlaced();
    tell(await printPage(window, host, paper, choice.size));
  }

  async function savePdf(): Promise<void> {
    if (program.host === 'browser') {
      setStep({ kind: 'explained' });
      return;
    }
    const paper = await prepare();
    if (!paper) return;
    tellPlaced();
    const name = fileNameFor(paper.title, 'pdf', manifest.id);
    const saved = await whilePlaced(paper, () => host['paper:pdf']({ name }));
    tell(saved, saved.ok && saved.value.outcome === 'saved' ? (saved.value.name ?? name) : undefined);
  }

  async function saveEpub(): Promise<void> {
    setStep({ kind: 'writing' });
    const [first, second] = paperLangs(choice.text, manifest.languages, lang);
    const langs = second === undefined ? [first] : [first, second];
    const made = await host['book:epub']({ bookId: manifest.id, langs, marks: choice.marks });
    onClose();
    if (!made.ok) {
      tell(made);
      return;
    }
    const { outcome, name, content } = made.value;
    const isSaved =
      outcome === 'ask' && content !== undefined
        ? await services.blockActions.saveFile(name, epubOf(content))
        : outcome === 'saved';
    if (isSaved) services.say(words.saved(name));
  }

  /** The window may not answer for a minute: the reader knows why. */
  function tellPlaced(): void {
    // What a modal dialog covers is not read out, nor is it in the structure of a PDF.
    onClose();
    services.say(words.placed);
  }

  /** What became of it: a failure, the name of a file that was saved, or nothing that would not have been seen. */
  function tell(done: Result<unknown>, saved?: string): void {
    services.say(!done.ok ? done.error : saved === undefined ? undefined : words.saved(saved));
  }

  const run = (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => {
      sayFailure(error);
      onClose();
    });

  const stopPreparing = (): void => {
    stop.current?.abort();
    setStep(undefined);
  };
  const busy = step && {
    text: textOf(step, words),
    ...(step.kind === 'explained' ? { onGoOn: () => run(print) } : {}),
    ...(step.kind === 'preparing' ? { onStop: stopPreparing } : {}),
  };

  return (
    <PaperDialog
      words={words}
      closeLabel={close}
      manifest={manifest}
      lang={lang}
      choice={choice}
      onChange={(paper) => changeSettings({ paper })}
      onPrint={() => run(print)}
      onPdf={() => run(savePdf)}
      onEpub={() => run(saveEpub)}
      onClose={onClose}
      busy={busy}
    />
  );
}

function textOf(step: Step, words: PaperMessages): string {
  if (step.kind === 'explained') return words.browserPdf;
  if (step.kind === 'writing') return words.writing;
  return step.of > 0 && step.done === step.of ? words.layingOut : words.preparing(step.done, step.of);
}

function epubOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: 'application/epub+zip' });
}

/** Prints the page, by its host or by its browser, and takes the document away when that is over. */
async function printPage(page: Window, host: HostApi, paper: PaperDocument, size: PaperSize): Promise<Result<unknown>> {
  return whilePlaced(paper, async () => {
    const printed = await host['paper:print']({ size });
    if (!printed.ok || printed.value.outcome !== 'ask') return printed;
    const over = new Promise((resolve) => page.addEventListener('afterprint', resolve, { once: true }));
    page.print();
    await over;
    return printed;
  });
}

async function whilePlaced<T>(paper: PaperDocument, work: () => Promise<T>): Promise<T> {
  // The closed dialog has to be gone from the page.
  await painted(window);
  try {
    return await work();
  } finally {
    // A browser tells that the print is over while it is still at it.
    setTimeout(paper.remove);
  }
}

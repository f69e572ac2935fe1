import { useRef, useState } from 'react';
import type { HostApi } from '../../../core/contract/channels.ts';
import type { Result } from '../../../core/contract/result.ts';
import type { PaperSize } from '../../../core/paper/choice.ts';
import { fileNameFor } from '../../../core/paper/file-name.ts';
import { PaperDialog } from '../../features/paper/PaperDialog.tsx';
import { useMessages, useUiLanguage } from '../../i18n/messages-context.ts';
import { paperMessagesFor } from '../../i18n/paper.ts';
import { shownChapterId } from '../../state/reading.ts';
import { useAppState } from '../../state/store-context.ts';
import type { Services } from '../services.ts';
import type { PaperDocument } from './prepare.ts';

export interface PaperPaneProps {
  readonly services: Services;
  readonly onClose: () => void;
}

type Step = { readonly kind: 'preparing'; readonly done: number; readonly of: number } | { readonly kind: 'explained' };

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
    const controller = new AbortController();
    stop.current = controller;
    setStep({ kind: 'preparing', done: 0, of: 0 });
    const [{ preparePaper }, marks] = await Promise.all([
      import('./prepare.ts'),
      choice.marks === 'none' ? undefined : host['marks:list']({ bookId: manifest.id }),
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
      marks: marks?.value.marks ?? [],
      signal: controller.signal,
      onProgress: (done, of) => setStep({ kind: 'preparing', done, of }),
    });
    if (!prepared.ok) say(prepared.error);
    return prepared.ok ? prepared.value : undefined;
  }

  async function print(): Promise<void> {
    const paper = await prepare();
    if (!paper) return;
    // What a modal dialog covers is not read out, nor is it in the structure of a PDF.
    onClose();
    await printPage(window, host, paper, choice.size).then(tell);
  }

  async function savePdf(): Promise<void> {
    if (program.host === 'browser') {
      setStep({ kind: 'explained' });
      return;
    }
    const paper = await prepare();
    if (!paper) return;
    onClose();
    const name = fileNameFor(paper.title, 'pdf', manifest.id);
    const saved = await whilePlaced(paper, () => host['paper:pdf']({ name }));
    tell(saved);
    if (saved.ok && saved.value.outcome === 'saved') services.blockActions.announce(words.saved(name));
  }

  function tell(done: Result<unknown>): void {
    if (!done.ok) services.say(done.error);
  }

  const run = (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => {
      sayFailure(error);
      onClose();
    });

  const busy = step && {
    text:
      step.kind === 'explained'
        ? words.browserPdf
        : step.of > 0 && step.done === step.of
          ? words.layingOut
          : words.preparing(step.done, step.of),
    ...(step.kind === 'explained'
      ? { onGoOn: () => run(print) }
      : {
          onStop: () => {
            stop.current?.abort();
            setStep(undefined);
          },
        }),
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
      onClose={onClose}
      busy={busy}
    />
  );
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
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  try {
    return await work();
  } finally {
    // A browser tells that the print is over while it is still at it.
    setTimeout(paper.remove);
  }
}

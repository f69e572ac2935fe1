import { PlaceholderDialog } from '../features/blocks/PlaceholderDialog.tsx';
import { withValue, type PlaceholderValues } from '../features/blocks/placeholders.ts';
import { useMessages } from '../i18n/messages-context.ts';
import { useAppState } from '../state/store-context.ts';
import type { Services } from './services.ts';

export interface PlaceholderPaneProps {
  readonly services: Services;
  readonly name: string;
  readonly onClose: () => void;
}

const noValues: PlaceholderValues = {};

/** Asks for what stands in the place of a placeholder, and keeps it for this book. Loaded when one is chosen. */
export function PlaceholderPane({ services, name, onClose }: PlaceholderPaneProps) {
  const { announce, changeSettings } = services;
  const { placeholders: words } = useMessages();
  const bookId = useAppState((state) => state.reading.manifest.id);
  const all = useAppState((state) => state.settings.placeholders);
  const values = all[bookId] ?? noValues;

  function keep(changed: PlaceholderValues, said: string): void {
    changeSettings({ placeholders: { ...all, [bookId]: changed } });
    announce(said);
    onClose();
  }

  return (
    <PlaceholderDialog
      name={name}
      value={values[name] ?? ''}
      hasOthers={Object.keys(values).some((other) => other !== name)}
      onKeep={(value) =>
        keep(withValue(values, name, value), value === '' ? words.wasReset(name) : words.kept(name, value))
      }
      onResetAll={() => keep({}, words.allReset)}
      onClose={onClose}
    />
  );
}

import { useUiLanguage } from '../../i18n/messages-context.ts';
import { settingsMessagesFor } from '../../i18n/settings.ts';
import { Stepper } from '../../ui/Stepper.tsx';
import { step } from './steps.ts';

export interface SizeStepperProps {
  readonly labelledBy: string;
  readonly label: string;
  readonly value: number;
  /** The values there are, ascending. */
  readonly steps: readonly number[];
  readonly shown: (value: number) => string;
  readonly onChange: (value: number) => void;
}

export function SizeStepper({ labelledBy, label, value, steps, shown, onChange }: SizeStepperProps) {
  const words = settingsMessagesFor(useUiLanguage());
  const less = step(steps, value, 'down');
  const more = step(steps, value, 'up');
  return (
    <Stepper
      labelledBy={labelledBy}
      value={shown(value)}
      lessLabel={words.less(label)}
      moreLabel={words.more(label)}
      onLess={less === undefined ? undefined : () => onChange(less)}
      onMore={more === undefined ? undefined : () => onChange(more)}
    />
  );
}

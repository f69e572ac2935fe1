import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../core/contract/default-settings.ts';
import { settingsSchema } from '../../../core/contract/settings.ts';
import { codeSizes, lineSpacings, step, textSizes } from '../../../renderer/features/settings/steps.ts';

describe('the steps of a setting', () => {
  it('go up and down, and end', () => {
    expect(step([80, 90, 100], 90, 'up')).toBe(100);
    expect(step([80, 90, 100], 90, 'down')).toBe(80);
    expect(step([80, 90, 100], 100, 'up')).toBeUndefined();
    expect(step([80, 90, 100], 80, 'down')).toBeUndefined();
  });

  it('go on from a value between them, which another version may have stored', () => {
    expect(step([80, 90, 100], 85, 'up')).toBe(90);
    expect(step([80, 90, 100], 85, 'down')).toBe(80);
  });

  it.each([
    ['textSize', textSizes],
    ['lineSpacing', lineSpacings],
    ['codeSize', codeSizes],
  ] as const)('of %s are all that may be stored, from the least to the most', (key, steps) => {
    const accepts = (value: number): boolean => settingsSchema.shape[key].safeParse(value).success;
    const [least = 0] = steps;
    const most = steps.at(-1) ?? 0;
    expect(steps.every(accepts)).toBe(true);
    expect([least - 1, most + 1].some(accepts)).toBe(false);
    expect(steps).toContain(defaultSettings[key]);
  });
});

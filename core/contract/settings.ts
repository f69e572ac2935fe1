/** What the reader may set. Stored one row a key, so that a new key needs no migration. */
import { z } from 'zod';

export const settingsSchema = z.strictObject({
  /** Language of buttons and messages; `system` follows the system. */
  uiLanguage: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether the contents tree stands beside the text (wide windows). */
  contentsOpen: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { uiLanguage: 'system', theme: 'system', contentsOpen: true };

/** A change of some settings. */
export const settingsPatchSchema = settingsSchema.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

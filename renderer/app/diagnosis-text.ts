import type { Response } from '../../core/contract/channels.ts';

/** A diagnosis as text: a line a fact, in English whatever the interface speaks, because it is for a report. */
export function diagnosisText(told: Response<'app:diagnose'>): string {
  const { version, host, safeMode, platform, arch, systemRelease, engines, bytes, counts, changedSettings, log } = told;
  const list = (facts: Readonly<Record<string, unknown>>): string =>
    Object.entries(facts)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ');
  return [
    `Recto ${version} (${host}${safeMode ? ', safe mode' : ''})`,
    `System: ${platform} ${arch} ${systemRelease}`,
    `Runs on: ${list(engines)}`,
    `Bytes: ${list(bytes)}`,
    `Counts: ${list(counts) || 'nothing yet'}`,
    `Changed settings: ${changedSettings.join(', ') || 'none'}`,
    'Log:',
    ...log.map(({ at, event, facts }) => `  ${at} ${event} ${list(facts)}`.trimEnd()),
  ].join('\n');
}

/** Everything that is built before Recto starts; each part only when its sources changed. */
import { join } from 'node:path';
import { runIfStale, type Step } from './freshness.ts';
import type { BundleName } from './parts.ts';
import { dist, editionBundle, manualBundle } from './paths.ts';

const tools = ['core', 'package-lock.json', 'build/bundle'];

const steps: readonly Step[] = [
  bookStep('edition', 'content', editionBundle),
  bookStep('manual', 'docs/manual', manualBundle),
  bundleStep('renderer', ['renderer'], 'renderer/index.html'),
  bundleStep('main', ['electron'], 'electron/main.js'),
  bundleStep('compiler', ['build/compile', 'electron/services'], 'electron/compiler.js'),
  bundleStep('background', ['electron/services'], 'electron/background.js'),
  bundleStep('preload', ['electron/preload'], 'electron/preload.cjs'),
];

function bookStep(name: 'edition' | 'manual', source: string, bundle: string): Step {
  return {
    name,
    sources: [source, 'build/compile', 'core/book', 'core/search', 'package-lock.json'],
    output: join(bundle, 'integrity.json'),
    run: async () => (await import('./parts.ts')).makeBook(name),
  };
}

function bundleStep(name: BundleName, sources: readonly string[], output: string): Step {
  return {
    name,
    sources: [...sources, ...tools],
    output: join(dist, output),
    run: async () => (await import('./parts.ts')).makeBundle(name),
  };
}

/** Builds what is stale. `tell` gets one line for each step that runs. Throws with the reason when a step fails. */
export async function ensureBuilt(tell: (line: string) => void = () => undefined): Promise<void> {
  for (const step of steps) {
    const start = performance.now();
    if (await runIfStale(step)) tell(`built ${step.name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

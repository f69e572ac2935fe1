/** Everything that is built before Recto starts; each part only when its sources changed. */
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build as viteBuild, type InlineConfig } from 'vite';
import { compileBook } from '../compile/compile.ts';
import { formatReport } from '../compile/report-text.ts';
import { mainConfig, preloadConfig, rendererConfig } from './configs.ts';
import { runIfStale, type Step } from './freshness.ts';
import { contentSource, dist, editionBundle, root } from './paths.ts';

const tools = ['package-lock.json', 'build/bundle'];

function bundleStep(name: string, sources: readonly string[], output: string, config: InlineConfig): Step {
  return {
    name,
    sources: [...sources, 'core', ...tools],
    output: join(dist, output),
    run: async () => {
      await viteBuild(config);
    },
  };
}

const steps: readonly Step[] = [
  {
    name: 'edition',
    sources: ['content', 'build/compile', 'core/book', 'package-lock.json'],
    output: join(editionBundle, 'integrity.json'),
    run: compileEdition,
  },
  bundleStep('renderer', ['renderer'], 'renderer/index.html', rendererConfig),
  bundleStep('main', ['electron'], 'electron/main.js', mainConfig),
  bundleStep('preload', ['electron/preload'], 'electron/preload.cjs', preloadConfig),
];

async function compileEdition(): Promise<void> {
  await rm(editionBundle, { recursive: true, force: true });
  const outcome = await compileBook(contentSource, editionBundle, {});
  if (!outcome.ok) {
    throw new Error(`The edition in ${relative(root, contentSource)}/ has mistakes:\n${formatReport(outcome.report)}`);
  }
}

/** Builds what is stale. `tell` gets one line for each step that runs. Throws with the reason when a step fails. */
export async function ensureBuilt(tell: (line: string) => void = () => undefined): Promise<void> {
  for (const step of steps) {
    const start = performance.now();
    if (await runIfStale(step)) tell(`built ${step.name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

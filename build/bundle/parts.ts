/** How each part is made. Loaded only when something is stale: the bundler and the compiler take their time to load. */
import { relative } from 'node:path';
import { build } from 'vite';
import { compileBook } from '../compile/compile.ts';
import { formatReport } from '../compile/report-text.ts';
import { backgroundConfig, compilerConfig, mainConfig, preloadConfig, rendererConfig } from './configs.ts';
import { contentSource, editionBundle, manualBundle, manualSource, root } from './paths.ts';

const bundles = {
  renderer: rendererConfig,
  main: mainConfig,
  compiler: compilerConfig,
  background: backgroundConfig,
  preload: preloadConfig,
};

export type BundleName = keyof typeof bundles;

/** Bundles the page or one of Electron's scripts, as it is shipped, whatever the environment of the caller says. */
export async function makeBundle(name: BundleName): Promise<void> {
  process.env.NODE_ENV = 'production';
  await build(bundles[name]);
}

const books = {
  edition: [contentSource, editionBundle],
  manual: [manualSource, manualBundle],
} as const;

/** Compiles a book of ours; throws with the whole report when it has mistakes, and leaves the one of before in its place. */
export async function makeBook(name: keyof typeof books): Promise<void> {
  const [source, target] = books[name];
  const outcome = await compileBook(source, target, {});
  if (!outcome.ok) {
    throw new Error(`The ${name} in ${relative(root, source)}/ has mistakes:\n${formatReport(outcome.report, 'en')}`);
  }
}

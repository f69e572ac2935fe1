/** Vite configurations: the page, the Electron main process and the preload script. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { dist, root } from './paths.ts';
import { readerChunk, readerChunkName } from './reader-chunk.ts';

/** Chromium of Electron 45; the browser host asks for nothing older. */
const chromiumTarget = 'chrome140';

/** Style sheets that the first screen waits for, beside that of the first script. */
const firstStyles: readonly string[] = [`${readerChunkName}.css`, 'fonts-first.css'];

/**
 * Names the reader's own chunk and its style sheets in index.html: the first script is small and asks the host for the book, and
 * the rest is fetched at the same time instead of after it. Vite does this for static imports alone.
 */
const preloadReader: Plugin = {
  name: 'preload-reader',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const withImports = (fileName: string): string[] => {
        const chunk = bundle[fileName];
        return chunk?.type === 'chunk' ? [fileName, ...chunk.imports.flatMap(withImports)] : [];
      };
      const entries = Object.values(bundle).filter((chunk) => chunk.type === 'chunk');
      const atOnce = new Set(entries.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => withImports(fileName)));
      const reader = entries.filter(({ isEntry, name }) => !isEntry && name === readerChunkName);
      // Panels are other dynamic chunks: they are fetched when they are asked for.
      const scripts = [...new Set(reader.flatMap(({ fileName }) => withImports(fileName)))]
        .filter((fileName) => !atOnce.has(fileName))
        .map((fileName) => ({ rel: 'modulepreload', href: `/${fileName}` }));
      const styles = Object.values(bundle)
        .filter((file) => file.type === 'asset' && file.names.some((name) => firstStyles.includes(name)))
        .map(({ fileName }) => ({ rel: 'preload', as: 'style', crossorigin: true, href: `/${fileName}` }));
      if (styles.length !== firstStyles.length)
        throw new Error(`Not one of each is there: ${firstStyles.join(', ')}; found ${styles.length}.`);
      return [...scripts, ...styles].map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' }));
    },
  },
};

/** What the page gets is checked by its host: a schema library in it would be dead weight before the first text. */
const noSchemas: Plugin = {
  name: 'no-schemas',
  buildEnd() {
    const zod = [...this.getModuleIds()].find((id) => id.includes('/node_modules/zod/'));
    if (zod !== undefined)
      throw new Error(`The page bundles zod; it may import only types from what needs it (${zod}).`);
  },
};

const reader = readerChunk();

export const rendererConfig: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer'),
  // Absolute paths: both hosts serve the page at the root of an origin of its own.
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), reader.plugin, preloadReader, noSchemas],
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '[name]__[local]' } },
  build: {
    outDir: join(dist, 'renderer'),
    emptyOutDir: true,
    target: chromiumTarget,
    // A data: font or picture would be fetched before it is needed, and the content security policy has no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: [{ name: reader.nameOf }], includeDependenciesRecursively: false } },
    },
  },
};

function nodeConfig(entry: string, outFile: string, format: 'es' | 'cjs', chunks = 'chunks'): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: join(dist, 'electron'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      ssr: join(root, entry),
      rolldownOptions: {
        external: ['electron', /^electron\//, /^node:/],
        output: { format, entryFileNames: outFile, chunkFileNames: `${chunks}/[name].js` },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  };
}

export const mainConfig = nodeConfig('electron/main/main.ts', 'main.js', 'es');
/** The compiler for other people's books, in a thread of its own. Grammars are loaded as a book needs them. */
export const compilerConfig = nodeConfig(
  'electron/services/library/compiler-thread.ts',
  'compiler.js',
  'es',
  'compiler',
);
/** What is done apart from the main process's own thread. */
export const backgroundConfig = nodeConfig(
  'electron/services/background/thread.ts',
  'background.js',
  'es',
  'background',
);
/** One CommonJS file: a sandboxed preload script can be nothing else. */
export const preloadConfig = nodeConfig('electron/preload/preload.ts', 'preload.cjs', 'cjs');

import { basename } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/**
 * A component of Mantine brings its own styles along, so that a page fetches only those of the components it shows.
 * They lie in a layer: what comes late does not overrule the console's own styles.
 */
const stylesOfComponents: Plugin = {
  name: 'styles-of-components',
  transform: {
    filter: { id: /@mantine\/core\/esm\/.*\.module\.mjs$/ },
    handler: (code, id) =>
      `import '@mantine/core/styles/${basename(id, '.module.mjs')}.layer.css';\n${code}`,
  },
};

/** What pages are made of. Charts, calendars and editors are not: they come where one is shown. */
const foundations =
  /\/src\/(api|ui)\/|@mantine\/(core|form|hooks|notifications)|@tanstack|@tabler|floating-ui/;

/** The console is served under /console by apps/api; all its files but index.html carry a hash in their name. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [stylesOfComponents],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // A page that is inlined as data: would not be let in by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // scripts/console.mjs weighs what counts: the shell, compressed.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      output: {
        // Few files rather than small ones: over HTTP/1.1 each round of six costs the time to the server and back.
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'] },
            { name: 'common', test: foundations, minShareCount: 3 },
          ],
        },
      },
    },
  },
  css: { postcss: {} },
  server: { proxy: { '/api': 'http://localhost:3000', '/assets': 'http://localhost:3000' } },
});

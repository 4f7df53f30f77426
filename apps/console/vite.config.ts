import { defineConfig } from 'vite';

/** The console is served under /console by apps/api; all its files but index.html carry a hash in their name. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // A page that is inlined as data: would not be let in by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  css: { postcss: {} },
  server: { proxy: { '/api': 'http://localhost:3000', '/assets': 'http://localhost:3000' } },
});

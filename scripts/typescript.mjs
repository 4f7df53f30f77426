/**
 * Lets the scripts beside this file import the project's TypeScript as it is, before anything is built:
 * `import './typescript.mjs'` first, then `await import('../libs/….ts')`. For development only; what runs in
 * production is the output of build.mjs.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

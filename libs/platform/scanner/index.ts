export { Scanner } from './scanner.js';
export { ScannerModule } from './scanner.module.js';
export type { Unscanned, Verdict } from './verdict.js';

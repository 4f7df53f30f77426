import type { Verdict } from './verdict.js';

/** Looks for viruses in content that people send us. Never throws: what it cannot tell is a verdict too. @clause W12A-16 */
export abstract class Scanner {
  /** False where the installation has none: then everything passes, and nothing is said to be clean. */
  abstract readonly isThere: boolean;

  abstract scan(content: Uint8Array): Promise<Verdict>;
}

/** In an installation without a scanner. */
export class NoScanner implements Scanner {
  readonly isThere = false;

  scan(): Promise<Verdict> {
    return Promise.resolve({ kind: 'no-scanner' });
  }
}

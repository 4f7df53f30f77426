import type { ReactNode } from 'react';

/** What is asked before something that matters is done. */
export interface Question {
  readonly title: string;
  /** Whole sentences that say exactly what will happen. */
  readonly text: ReactNode;
  /** What the button that does it says: a verb, never "OK". */
  readonly verb: string;
  /** Red, and the focus begins at the button that does nothing. */
  readonly dangerous?: boolean;
}

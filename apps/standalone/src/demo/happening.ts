import type { Progress } from './progress.js';
import type { Stage } from './stage.js';

/** Something that happened within the three months. */
export interface Happening {
  readonly at: Date;
  /** How long it takes to write, against the others. */
  readonly weight: number;
  readonly run: () => Promise<void>;
}

/** Lets everything happen in its order, and the platform do its work after each. */
export const happen = async (
  stage: Stage,
  happenings: readonly Happening[],
  progress: Progress,
): Promise<void> => {
  const inOrder = [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, weight, run } of inOrder) {
    // What came before may have taken some minutes of its own.
    if (at > stage.clock.now()) stage.clock.set(at);
    await run();
    await stage.settle();
    progress.add(weight);
  }
};

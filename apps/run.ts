import { ConfigProblem } from '#platform/config';

type ErrorClass = abstract new (...values: never[]) => Error;

/**
 * Runs a process's main. What a person can mend is said in plain sentences without a stack: wrong settings, and
 * the further kinds of error given.
 */
export const run = async (
  main: () => Promise<void>,
  plain: readonly ErrorClass[] = [],
): Promise<void> => {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (![ConfigProblem, ...plain].some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
  }
};

import { ConfigProblem } from '#platform/config';

/** Runs a process's main; what a person can mend is said in plain sentences, without a stack. */
export const run = async (main: () => Promise<void>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ConfigProblem) process.stderr.write(`${error.message}\n`);
    else throw error;
  }
};

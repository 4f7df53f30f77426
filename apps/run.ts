import { BusinessError } from '#lib/kernel';
import { ConfigProblem } from '#platform/config';
import { PlainProblem } from './plain-problem.js';

type ErrorClass = abstract new (...values: never[]) => Error;

/**
 * Runs a process's main. What a person can mend is said in plain sentences without a stack: wrong settings, a
 * refused wish, and the further kinds of error given.
 */
export const run = async (
  main: () => Promise<void>,
  plain: readonly ErrorClass[] = [],
): Promise<void> => {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof BusinessError) say(`${error.texts.ja}\n${error.texts.en}`);
    else if (error instanceof ConfigProblem)
      say(`環境変数を確認してください。/ Check the environment variables:\n${error.message}`);
    else if ([PlainProblem, ...plain].some((kind) => error instanceof kind))
      say((error as Error).message);
    else throw error;
    // What was opened before it failed must not keep the process alive.
    process.exit();
  }
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

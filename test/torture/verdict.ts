/** Prints the result as the last line, and lets the program fail when the ordeal was not passed. */
export const verdict = (result: object, passed: boolean): void => {
  console.log(JSON.stringify({ ...result, passed }));
  if (!passed) process.exitCode = 1;
};

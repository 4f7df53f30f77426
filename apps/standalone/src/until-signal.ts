/** Resolves at the first Ctrl-C or SIGTERM from now on; further ones change nothing. */
export const untilSignal = async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve());
  });
  process.stdout.write('\n終了しています… / Stopping …\n');
};

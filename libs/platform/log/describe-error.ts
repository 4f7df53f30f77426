/**
 * What may be logged of an error. A database error quotes the values it met (addresses among them), so of those
 * only the code and the constraint are kept.
 */
export const describeError = (error: unknown): Record<string, string> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const database = databaseError(error);
  if (database) return { type: 'DatabaseError', ...database, stack: framesOf(error) };
  return { type: error.name, message: error.message, stack: framesOf(error) };
};

const databaseError = (error: Error): { code: string; constraint: string } | undefined => {
  const source = 'driverError' in error ? error.driverError : error;
  if (!(source instanceof Error) || !('severity' in source)) return undefined;
  const text = (name: string): string => {
    const value: unknown = Reflect.get(source, name);
    return typeof value === 'string' ? value : '';
  };
  return { code: text('code'), constraint: text('constraint') };
};

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');

const deadlock = '40P01';
const serialisationFailure = '40001';
const featureNotSupported = '0A000';

/** SQLSTATE of a database error, or undefined for any other one. */
const sqlState = (error: unknown): string | undefined => {
  const source = error instanceof Error && 'driverError' in error ? error.driverError : error;
  if (!(source instanceof Error) || !('code' in source)) return undefined;
  return typeof source.code === 'string' ? source.code : undefined;
};

/** True when the database refused the transaction only because of another one running beside it. */
export const isWorthAnotherTry = (error: unknown): boolean => {
  const state = sqlState(error);
  return state === deadlock || state === serialisationFailure;
};

/** True when a table has changed its shape since the connection planned the statement. */
export const isStalePlan = (error: unknown): boolean =>
  sqlState(error) === featureNotSupported && /cached plan/.test((error as Error).message);

/** True when a unique index refused the row: somebody else was first. */
export const isDuplicate = (error: unknown): boolean => sqlState(error) === '23505';

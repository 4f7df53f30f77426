import pg from 'pg';
import { PlainProblem } from './plain-problem.js';

/** @throws PlainProblem when nothing can be done with the database that DATABASE_URL names */
export const assertDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new PlainProblem(
      `DATABASE_URL のデータベースに接続できません (${reason})。`,
      `The database of DATABASE_URL cannot be reached (${reason}).`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

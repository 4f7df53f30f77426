import { Database } from '#platform/database';

interface Posted {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The first link in the text, as a path. */
  readonly link: string;
}

interface Reader {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

/** The notices that wait to be sent to that address, newest first. */
export const postedTo = async (app: Reader, address: string): Promise<Posted[]> => {
  const rows = await app.get(Database).asSystem((tx) =>
    tx.query<Omit<Posted, 'link'>>(
      `SELECT to_address AS "to", subject, body AS text FROM notices
       WHERE to_address = $1 AND body IS NOT NULL ORDER BY posted_at DESC, id DESC`,
      [address],
    ),
  );
  return rows.map((row) => ({
    ...row,
    link: new URL(/https?:\S+/.exec(row.text)?.[0] ?? 'http://none').pathname,
  }));
};

import pg from 'pg';

/**
 * Makes the plain role that processes of a grown installation log in as, or gives it a new password. It owns
 * nothing, may only become the two roles that row-level security binds, and may make the queue's schema again when
 * somebody has dropped it.
 */
export const ensureLoginRole = async (ownerUrl: string, password: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'hikyaku_login'`);
    const verb = rowCount ? 'ALTER' : 'CREATE';
    await client.query(
      `${verb} ROLE hikyaku_login LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    );
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(current_database()) AS name`,
    );
    await client.query(`GRANT CREATE ON DATABASE ${rows[0]?.name ?? ''} TO hikyaku_login`);
    await client.query('GRANT hikyaku_app, hikyaku_system TO hikyaku_login');
  } finally {
    await client.end();
  }
};

import pg from 'pg';

/** A digest of each table's rows, whatever their order. */
type TableContents = Readonly<Record<string, string>>;

/** Looks at the rows of all tables as the owner of the schema, whom no wall stops. */
export interface Tables {
  /** Of all rows, or of one tenant's. Tables named in `except` are left out. */
  contents(options?: { tenantId?: string; except?: readonly string[] }): Promise<TableContents>;
  query<R extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

export const openTables = async (databaseUrl: string): Promise<Tables> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const query = async <R extends pg.QueryResultRow>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<R[]> => (await client.query<R>(sql, [...parameters])).rows;
  const names = await query<{ name: string; tenantColumn: string | null }>(`
    SELECT c.relname AS name, (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid
        AND a.attname = CASE c.relname WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END) AS "tenantColumn"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname
  `);
  const digest = async (name: string, where: string): Promise<string> => {
    const [row] = await query<{ digest: string }>(
      `SELECT count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest
       FROM ${pg.escapeIdentifier(name)} t WHERE ${where}`,
    );
    return row?.digest ?? '';
  };
  return {
    query,
    contents: async ({ tenantId, except = [] } = {}) => {
      const shown: Record<string, string> = {};
      for (const { name, tenantColumn } of names) {
        if (except.includes(name) || (tenantId !== undefined && tenantColumn === null)) continue;
        const where =
          tenantId === undefined ? 'true' : `${tenantColumn} = ${pg.escapeLiteral(tenantId)}`;
        shown[name] = await digest(name, where);
      }
      return shown;
    },
    close: () => client.end(),
  };
};

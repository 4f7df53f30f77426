import type { TenantId } from '#lib/kernel';
import type { FieldDefinition } from '#lib/subscribers';
import { Database } from '#platform/database';

interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

/** The merge fields of the rig's newsletter. */
export const readerFields: readonly FieldDefinition[] = [
  { name: 'name', label: { ja: 'お名前', en: 'Name' }, type: 'text', required: false },
  {
    name: 'prefecture',
    label: { ja: '都道府県', en: 'Prefecture' },
    type: 'text',
    required: false,
  },
];

/**
 * Active readers by the hundred thousand, straight into the tables: what the rig times is sending, not signing up.
 * Their addresses can be mailed but not found again, because their keyed hashes are made up.
 */
export const manyReaders = async (
  app: App,
  tenantId: TenantId,
  newsletterId: string,
  count: number,
  domains: readonly string[] = ['example.jp', 'example.com', 'mail.example.net'],
): Promise<void> => {
  await app.get(Database).inTenant(tenantId, async (tx) => {
    await tx.execute(
      `INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, fields, joined_at, created_at)
       SELECT $1::uuid, uuidv7(), 'reader' || n || '@' || domain, sha256(('rig' || $1::uuid || n)::bytea), domain,
         jsonb_build_object('name', '読者 ' || n, 'prefecture', '東京都'), now(), now()
       FROM generate_series(1, $2::int) n, LATERAL (SELECT ($3::text[])[1 + n % cardinality($3::text[])] AS domain) d`,
      [tenantId, count, domains],
    );
    await tx.execute(
      `INSERT INTO subscriptions (tenant_id, id, newsletter_id, subscriber_id, status, status_at, created_at)
       SELECT $1::uuid, uuidv7(), $2::uuid, id, 'active', now(), now() FROM subscribers WHERE tenant_id = $1`,
      [tenantId, newsletterId],
    );
  });
};

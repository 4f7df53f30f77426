import { Clock, asTenantId, emailAddress, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import { hasValue, heldValues, traitsOf } from '../domain/field-traits.js';
import type { FieldValues } from '../domain/form-field.js';
import { sealValue } from '../store/field-values.js';
import {
  addressIndex,
  openAddress,
  openFields,
  sealAddress,
  sealFields,
  tokenOf,
} from '../store/sealed-person.js';

/** The part of a running application that is needed. */
interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

interface Reader {
  readonly id: string;
  /** Null once erased. */
  readonly address: string | null;
  readonly fields: FieldValues;
  readonly joinedAt: Date | null;
}

interface ReaderRow {
  readonly id: string;
  readonly address: Buffer | null;
  readonly fields: Buffer | null;
  readonly joinedAt: Date | null;
}

/** All people of a tenant as the tables hold them, opened, by id. */
export const readersOf = async (app: App, tenantId: TenantId | string): Promise<Reader[]> => {
  const tenant = asTenantId(tenantId);
  const rows = await app
    .get(Database)
    .inTenant(tenant, (tx) =>
      tx.query<ReaderRow>(
        `SELECT id, address, fields, joined_at AS "joinedAt" FROM subscribers WHERE tenant_id = $1 ORDER BY id`,
        [tenant],
      ),
    );
  const key = await app.get(TenantKeys).open(tenant);
  return rows.map(({ id, address, fields, joinedAt }) => ({
    id,
    address: address && openAddress(key, id, address).toString(),
    fields: openFields(key, id, fields),
    joinedAt,
  }));
};

interface NewReader {
  readonly address: string;
  readonly fields?: FieldValues;
  readonly id?: string;
  readonly joinedAt?: Date;
}

const chunk = 5_000;

/**
 * Active readers by the hundred thousand, straight into the tables: for what is timed when it is not signing up. They
 * have no consent records, and the ledger of changes knows nothing of them before they were active.
 */
export const insertReaders = async (
  app: App,
  tenantId: TenantId,
  newsletterId: string,
  count: number,
  reader: (n: number) => NewReader,
): Promise<void> => {
  const now = app.get(Clock).now();
  for (let start = 1; start <= count; start += chunk) {
    const size = Math.min(chunk, count - start + 1);
    const key = await app.get(TenantKeys).open(tenantId);
    const values = new Map<string, { field: string; value: Buffer }>();
    const people = Array.from({ length: size }, (_, i) => {
      const { address: text, fields = {}, id = newId(now), joinedAt = now } = reader(start + i);
      const address = emailAddress(text);
      for (const [field, value] of heldValues(fields)) {
        const token = tokenOf(key, hasValue(field, value));
        if (!values.has(token)) values.set(token, { field, value: sealValue(key, field, value) });
      }
      return {
        id,
        address: sealAddress(key, id, address),
        hash: addressIndex(key, address),
        domain: address.domain,
        joinedAt,
        fields: sealFields(key, id, fields),
        tokens: `{${traitsOf(fields)
          .map((trait) => tokenOf(key, trait))
          .join()}}`,
      };
    });
    const of = <K extends keyof (typeof people)[number]>(name: K): (typeof people)[number][K][] =>
      people.map((person) => person[name]);
    await app.get(Database).inTenant(tenantId, async (tx) => {
      await tx.execute(
        `INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, fields, field_tokens, joined_at, created_at)
         SELECT $1::uuid, p.id, p.address, p.hash, p.domain, p.fields, p.tokens::bigint[], p.at, p.at
         FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::bytea[], $7::text[],
           $8::timestamptz[]) p (id, address, hash, domain, fields, tokens, at)`,
        [
          tenantId,
          of('id'),
          of('address'),
          of('hash'),
          of('domain'),
          of('fields'),
          of('tokens'),
          of('joinedAt'),
        ],
      );
      await tx.execute(
        `INSERT INTO subscriptions (tenant_id, id, newsletter_id, subscriber_id, status, status_at, created_at)
         SELECT $1::uuid, gen_random_uuid(), $2::uuid, id, 'active', at, at FROM unnest($3::uuid[], $4::timestamptz[]) p (id, at)`,
        [tenantId, newsletterId, of('id'), of('joinedAt')],
      );
      await tx.execute(
        `INSERT INTO subscriber_changes (tenant_id, subscription_id, newsletter_id, subscriber_id, at, from_status, to_status, delta)
         SELECT tenant_id, id, newsletter_id, subscriber_id, status_at, NULL, 'active', 1 FROM subscriptions
          WHERE tenant_id = $1 AND newsletter_id = $2 AND subscriber_id = ANY ($3::uuid[])`,
        [tenantId, newsletterId, of('id')],
      );
      await tx.execute(
        `INSERT INTO field_values (tenant_id, field, token, value)
         SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bytea[]) ON CONFLICT DO NOTHING`,
        [
          tenantId,
          [...values.values()].map(({ field }) => field),
          [...values.keys()],
          [...values.values()].map(({ value }) => value),
        ],
      );
    });
  }
};

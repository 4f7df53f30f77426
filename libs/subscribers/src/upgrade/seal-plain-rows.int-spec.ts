import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock, asTenantId, emailAddress, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { KeyFolder, TenantKeys } from '#platform/tenant-keys';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { createEmptyDatabase, migrateUntil } from '#test/database';
import type { TestDatabase } from '#test/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AudienceQuery, ConfirmOptIn, FindPerson, PersonFile } from '../index.js';
import { MigrationListStore } from '../store/migration-list-store.js';
import { readersOf, subscribersParts } from '../testing.js';
import { sealPlainRows } from './seal-plain-rows.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const at = clock.now();
const tenantId = asTenantId(newId(at));
const [newsletterId, listId, requestId, subscriptionId] = [1, 2, 3, 4].map(() => newId(at));
const people = Array.from({ length: 2_500 }, (_, n) => ({
  id: newId(at),
  address: `plain${n}@example.jp`,
  fields: n % 5 === 4 ? {} : { prefecture: n % 2 ? '東京都' : '大阪府', age: n % 90, note: null },
}));
const asking = people[7]?.id ?? '';
const secrets = new Secrets(Buffer.from('11'.repeat(32), 'hex'));
let base: TestDatabase;
let folder: string;
let client: pg.Client;

const appOnBase = (keysDir = folder): Promise<TestApp> =>
  startApp({ ...subscribersParts, clock, env: { DATABASE_URL: base.url, KEYS_DIR: keysDir } });

const refusal = async (keysDir?: string): Promise<string> => {
  try {
    await (await appOnBase(keysDir)).stop();
    return 'started';
  } catch (error) {
    return (error as Error).message;
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hikyaku-upgrade-'));
  base = await createEmptyDatabase();
  await migrateUntil(base.url, 1_765_000_001_000);
  client = new pg.Client({ connectionString: base.url });
  await client.connect();
  await client.query(
    `INSERT INTO tenants (id, slug, name, locale, created_at) VALUES ($1, 'old', '老舗', 'ja', $2)`,
    [tenantId, at],
  );
  await client.query(
    `INSERT INTO newsletters (tenant_id, id, slug, title, list_id, locale, created_at)
     VALUES ($1, $2, 'news', '便り', 'news.example.jp', 'ja', $3)`,
    [tenantId, newsletterId, at],
  );
  await client.query(
    `INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, fields, joined_at, created_at)
     SELECT $1, p.id, p.address, sha256(p.address::bytea), 'example.jp', p.fields, $2, $2
       FROM jsonb_to_recordset($3) p (id uuid, address text, fields jsonb)`,
    [tenantId, at, JSON.stringify(people)],
  );
  await client.query(
    `INSERT INTO subscriptions (tenant_id, id, newsletter_id, subscriber_id, status, status_at, created_at)
     SELECT tenant_id, CASE WHEN id = $1 THEN $2 ELSE gen_random_uuid() END, $3::uuid, id,
       CASE WHEN id = $1 THEN 'pending' ELSE 'active' END, created_at, created_at FROM subscribers`,
    [asking, subscriptionId, newsletterId],
  );
  await client.query(
    `INSERT INTO opt_in_requests (tenant_id, id, subscription_id, token_hash, form_number, fields, ip, user_agent,
       asked_at, expires_at) VALUES ($1, $2, $3, '\\x00', 1, '{"prefecture": "京都府"}', '192.0.2.7', 'Plain/1', $4, $5)`,
    [tenantId, requestId, subscriptionId, at, new Date(at.getTime() + 1)],
  );
  await client.query(
    `INSERT INTO consent_records (tenant_id, id, subscription_id, newsletter_id, method, at, ip, user_agent, request_ip,
       address_proof) VALUES ($1, gen_random_uuid(), $2, $3, 'double-opt-in', $4, '192.0.2.1', 'Plain/2', '2001:db8::1', $5)`,
    [
      tenantId,
      subscriptionId,
      newsletterId,
      at,
      secrets.mac('consent-proof', `${tenantId}:${emailAddress('plain0@example.jp').key}`),
    ],
  );
  await client.query(
    `INSERT INTO migration_lists (tenant_id, id, newsletter_id, file_sha256, status, row_count, problems, problem_count,
       uploaded_at) VALUES ($1, $2, $3, '', 'asking', 2, '[]', 0, $4)`,
    [tenantId, listId, newsletterId, at],
  );
  await client.query(
    `INSERT INTO migration_rows (tenant_id, list_id, row_no, address, fields, consented_on, consent_source)
     VALUES ($1, $2, 2, $3, '{"age": 30}', '2026-01-01', '店頭'), ($1, $2, 3, NULL, '{}', '2026-01-01', '店頭')`,
    [
      tenantId,
      listId,
      secrets.encrypt('migration-list', tenantId, Buffer.from('listed@example.jp')),
    ],
  );
  await migrateUntil(base.url);
});

afterAll(async () => {
  await client.end();
  await base.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Tables in whose rows the text stands. */
const tablesWith = async (text: string): Promise<string[]> => {
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rowCount } = await client.query(
      `SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`,
      [text],
    );
    if (rowCount) found.push(name);
  }
  return found.sort();
};

const plainTexts = ['plain7@', 'plain2499@', '東京都', 'Plain/1', 'Plain/2', '店頭', '192.0.2.'];

describe('a base with plain rows', () => {
  it('is refused by every process until it is sealed', async () => {
    expect(await refusal()).toContain('run migrate first');
    expect(await tablesWith('plain7@')).toEqual(['subscribers']);
  });

  it('is sealed by a step that goes on where it was broken off, and then does nothing', async () => {
    const seal = async (tell?: (table: string, rows: number) => void): Promise<void> => {
      const keys = new TenantKeys(new KeyFolder(folder, secrets));
      await sealPlainRows(base.url, () => ({ keys, secrets }), tell);
    };
    const brokenOff = seal(() => {
      throw new Error('power cut');
    });
    await expect(brokenOff).rejects.toThrow('power cut');
    expect(await refusal()).toContain('run migrate first');
    const told: [string, number][] = [];
    await seal((...progress) => told.push(progress));
    expect(told).toEqual([
      ['subscribers', 500],
      ['opt_in_requests', 1],
      ['migration_rows', 2],
      ['consent_records', 1],
    ]);
    await seal(() => {
      throw new Error('nothing is left to do');
    });
  });

  it('holds nothing of it in plain text any more, not even in dead rows', async () => {
    expect(await Promise.all(plainTexts.map(tablesWith))).toEqual(plainTexts.map(() => []));
    await client.query('CHECKPOINT');
    const { rows } = await client.query(
      `SELECT name, text FROM unnest(ARRAY['subscribers', 'opt_in_requests', 'migration_rows', 'consent_records']) name,
         unnest(ARRAY['plain7@', 'plain2499@', '東京都', 'Plain/1', 'Plain/2', '店頭', 'example.jp']) text
       WHERE position(convert_to(text, 'UTF8') IN pg_read_binary_file(pg_relation_filepath(name::regclass))) > 0`,
    );
    const { rows: columns } = await client.query(
      `SELECT FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE 'plain\\_%'`,
    );
    const { rows: open } = await client.query(
      `SELECT FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relkind = 'r'
         AND relname IN ('subscribers', 'opt_in_requests', 'migration_rows', 'consent_records')`,
    );
    // Domains stay readable: they show that there is something to read.
    const readable = [{ name: 'subscribers', text: 'example.jp' }];
    expect([rows, columns, open]).toEqual([readable, [], []]);
  });

  it('is what it was for those who have the keys', async () => {
    const app = await appOnBase();
    try {
      const readers = await readersOf(app, tenantId);
      expect(readers.map(({ id, address, fields }) => ({ id, address, fields }))).toEqual(
        [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      const found = await app.get(Database).inTenant(tenantId, async (tx) => {
        const condition = {
          all: [
            { field: 'prefecture', op: 'is', value: '東京都' },
            { field: 'age', op: 'greater', value: 60 },
          ],
        } as const;
        const target = { newsletterIds: [newsletterId ?? ''], condition };
        const { sql, parameters } = await app.get(AudienceQuery).of(tx, tenantId, target);
        const audience = await tx.query<{ subscriber_id: string }>(sql, parameters);
        return {
          audience: audience.map((row) => row.subscriber_id).sort(),
          known: await app.get(FindPerson).within(tx, tenantId, 'Plain0@Example.jp'),
          file: await app.get(PersonFile).within(tx, tenantId, people[0]?.id ?? ''),
          waiting: await app.get(MigrationListStore).next(tx, tenantId, listId ?? '', 10),
        };
      });
      const confirmation = { tenantId, requestId: requestId ?? '', ip: null, userAgent: null };
      expect(await app.get(ConfirmOptIn).execute(confirmation)).toBe('joined');
      const confirmed = (await readersOf(app, tenantId)).find(({ id }) => id === asking);
      expect({ ...found, file: found.file?.consents, joined: confirmed?.fields }).toEqual({
        audience: people
          .filter(
            ({ id, fields }) => id !== asking && fields.prefecture === '東京都' && fields.age > 60,
          )
          .map(({ id }) => id)
          .sort(),
        known: people[0]?.id,
        file: [
          {
            newsletter: '便り',
            method: 'double-opt-in',
            at,
            ip: '192.0.2.1',
            userAgent: 'Plain/2',
            requestedAt: null,
            requestIp: '2001:db8::1',
            formNumber: null,
          },
        ],
        waiting: [{ rowNo: 2, address: emailAddress('listed@example.jp'), fields: { age: 30 } }],
        joined: { ...people[7]?.fields, prefecture: '京都府' },
      });
    } finally {
      await app.stop();
    }
  });

  it('is refused where its keys are missing, and served again once they are back', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'hikyaku-nokeys-'));
    expect(await refusal(elsewhere)).toContain('KEYS_DIR lacks the keys of 1 of 1 tenants');
    await rm(elsewhere, { recursive: true });
    expect(await refusal()).toBe('started');
  });
});

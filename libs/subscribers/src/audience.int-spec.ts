import { activeTenant } from '#lib/contracts/testing';
import { MovableClock, PlainDate, emailAddress, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { meetsCondition } from './domain/meets-condition.js';
import type { FieldValues } from './domain/form-field.js';
import type { Condition } from './domain/target.js';
import {
  AudienceQuery,
  CountAudience,
  MaskedAddresses,
  Newsletters,
  Recipients,
  SampleRecipients,
} from './index.js';
import { Addresses } from './store/addresses.js';
import {
  aNewsletter,
  insertReaders,
  readersOf,
  someSubscribers,
  subscribersParts,
} from './testing.js';

const clock = new MovableClock('2026-01-01T00:00:00+09:00');
const label = { ja: '', en: '' };
let app: TestApp;
let tenantId: TenantId;
let weekly: string;
let sale: string;

interface Person {
  readonly id: string;
  readonly fields: FieldValues;
  readonly joinedAt: Date;
}

const texts = [
  '東京',
  '東京都',
  '大阪',
  "' OR 1=1 --",
  'a%b',
  '友人 hanako@example.jp',
  '\\',
  '',
  '10',
];
const numbers = [-1, 0, 0.1, 1, 9, 10, 123_456.789];
const dates = ['2025-12-31', '2026-01-01', '2026-01-02', '2024-02-29'];

beforeAll(async () => {
  app = await startApp({ ...subscribersParts, clock });
  ({ tenantId } = await activeTenant(app));
  const fields = (['text', 'number', 'date'] as const).map((type) => {
    return { name: type, type, required: false, label };
  });
  weekly = await aNewsletter(app, tenantId, { slug: 'weekly', title: '週報', fields });
  sale = await aNewsletter(app, tenantId, { slug: 'sale', title: '特売', fields });
  for (let day = 0; day < 4; day++) {
    const who = Array.from({ length: 12 }, (_, i) => `d${day}p${i}@example.jp`);
    await someSubscribers(app, tenantId, weekly, who, (i) => ({
      text: texts[(i + day) % texts.length] ?? null,
      number: i % 3 === 2 ? null : (numbers[(i + day) % numbers.length] ?? null),
      ...(i % 4 !== 3 && { date: dates[(i * 3 + day) % dates.length] ?? null }),
    }));
    clock.advance({ hours: 23, minutes: 59, seconds: 59, milliseconds: 999 + (day % 2) });
  }
});

afterAll(() => app.stop());

const people = async (): Promise<Person[]> =>
  (await readersOf(app, tenantId)).map(({ id, fields, joinedAt }) => ({
    id,
    fields,
    joinedAt: joinedAt ?? new Date(NaN),
  }));

const audience = (condition: Condition | null, newsletterIds = [weekly]): Promise<string[]> =>
  app.get(Database).inTenant(tenantId, async (tx) => {
    const { sql, parameters } = await app
      .get(AudienceQuery)
      .of(tx, tenantId, { newsletterIds, condition }, 2);
    const rows = await tx.query<{ subscriber_id: string }>(
      `SELECT subscriber_id FROM (${sql}) AS audience WHERE $1 ORDER BY 1`,
      [true, ...parameters],
    );
    return rows.map((row) => row.subscriber_id);
  });

const day = fc
  .integer({ min: -2, max: 6 })
  .map((days) => PlainDate.from('2026-01-01').add({ days }).toString());
const text = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ maxLength: 5 }).filter((t) => !/\0|\p{Cs}/u.test(t)),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('text', 'date', 'number', 'none'),
    op: fc.constantFrom('is-set', 'is-not-set'),
  }),
  fc.record({
    field: fc.constantFrom('text', 'date', 'none'),
    op: fc.constantFrom('is', 'is-not', 'contains'),
    value: text,
  }),
  fc.record({
    field: fc.constantFrom('number', 'text'),
    op: fc.constantFrom('is', 'is-not', 'greater', 'less'),
    value: fc.constantFrom(...numbers),
  }),
  fc.record({
    field: fc.constantFrom('date', 'number'),
    op: fc.constantFrom('is', 'before', 'after'),
    value: fc.constantFrom(...dates),
  }),
  fc.record({ joined: fc.constantFrom('before', 'after'), value: day }),
  fc.record({ joined: fc.constant('within-days'), value: fc.integer({ min: 0, max: 5 }) }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
  ),
}));

describe('a target', () => {
  it('finds in the database exactly those who meet the condition', async () => {
    const all = await people();
    await fc.assert(
      fc.asyncProperty(condition, async (each) => {
        const right = all.filter((person) => meetsCondition(each, person, clock.now()));
        expect(await audience(each)).toEqual(right.map(({ id }) => id));
      }),
      { numRuns: 400 },
    );
  });

  it('takes each person once, and only who reads one of the newsletters', async () => {
    await someSubscribers(app, tenantId, sale, ['d0p0@example.jp', 'only-sale@example.jp']);
    const count = (newsletterIds: string[]): Promise<number> =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app.get(CountAudience).within(tx, tenantId, { newsletterIds, condition: null }),
        );
    expect([
      (await audience(null)).length,
      (await audience(null, [sale])).length,
      (await audience(null, [weekly, sale])).length,
      await count([weekly, sale]),
      await count([sale]),
    ]).toEqual([48, 2, 49, 49, 2]);
  });

  it('compares however many different values there are', async () => {
    const { tenantId: large } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, large);
    await insertReaders(app, large, newsletterId, 5_500, (n) => ({
      address: `r${n}@example.jp`,
      fields: { number: n },
    }));
    const counts = [0, 2_000, 5_400, 5_500].map((value) => {
      const condition = { field: 'number', op: 'greater', value } as const;
      const target = { newsletterIds: [newsletterId], condition };
      return app
        .get(Database)
        .inTenant(large, (tx) => app.get(CountAudience).within(tx, large, target));
    });
    expect(await Promise.all(counts)).toEqual([5_500, 3_500, 100, 0]);
  });

  it('answers no question about an address that somebody wrote into a field', async () => {
    const ask = (op: 'is' | 'contains', value: string): Promise<string[]> =>
      audience({ field: 'text', op, value });
    const friends = await ask('contains', '友人');
    expect(friends.length).toBeGreaterThan(0);
    expect(await ask('contains', '友人 h')).toEqual(friends);
    for (const guess of ['@', 'ha', 'hanako', 'example.jp', 'hanako@example.jp'])
      expect(await ask('contains', guess)).toEqual([]);
    expect(await ask('is', '友人 hanako@example.jp')).toEqual([]);
  });

  it('reads days as days in Japan', () => {
    const joined = (value: string, at: string): boolean[] =>
      (['before', 'after'] as const).map((word) =>
        meetsCondition(
          { joined: word, value },
          { fields: {}, joinedAt: new Date(at) },
          clock.now(),
        ),
      );
    expect([
      joined('2026-01-31', '2026-01-30T14:59:59.999Z'),
      joined('2026-01-31', '2026-01-30T15:00:00.000Z'),
      joined('2026-01-31', '2026-01-31T14:59:59.999Z'),
      joined('2026-01-31', '2026-01-31T15:00:00.000Z'),
    ]).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(startOfJstDay(PlainDate.from('2026-01-31')).toISOString()).toBe(
      '2026-01-30T15:00:00.000Z',
    );
  });

  it('shows samples and lines with masked addresses only', async () => {
    const target = { newsletterIds: [weekly], condition: null };
    const samples = await app.get(SampleRecipients).execute(tenantId, target, 5);
    const ids = (await people()).slice(0, 2).map(({ id }) => id);
    const lines = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(MaskedAddresses).read(tx, tenantId, ids));
    expect(samples.map(({ maskedAddress }) => maskedAddress)).toEqual(Array(5).fill('d***'));
    expect(lines).toEqual(new Map(ids.map((id) => [id, 'd***@example.jp'])));
  });
});

describe('recipients', () => {
  it('come with address, fields, and the first newsletter asked for that they read', async () => {
    const id = await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(Addresses).find(tx, tenantId, emailAddress('d0p0@example.jp')),
      );
    const person = (await people()).find((each) => each.id === id);
    const read = (newsletterIds: string[]) =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app
            .get(Recipients)
            .stillActive(tx, tenantId, { subscriberIds: [id ?? ''], newsletterIds }),
        );
    const both = (await read([sale, weekly])).get(id ?? '');
    const one = (await read([weekly])).get(id ?? '');
    expect([both?.newsletterId, one?.newsletterId, one?.address.domain, one?.fields]).toEqual([
      sale,
      weekly,
      'example.jp',
      person?.fields,
    ]);
  });
});

describe('newsletters', () => {
  it('are read in the order asked for, with the fields of the form that is shown', async () => {
    const unknown = '01920000-0000-7000-8000-000000000000';
    const read = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(Newsletters).get(tx, tenantId, [sale, unknown, weekly]));
    expect(read.map(({ slug, title, fields }) => [slug, title, fields.map((f) => f.name)])).toEqual(
      [
        ['sale', '特売', ['text', 'number', 'date']],
        ['weekly', '週報', ['text', 'number', 'date']],
      ],
    );
  });
});

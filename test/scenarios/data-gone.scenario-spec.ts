import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { readyToInvoice } from '#lib/billing/testing';
import { aDraft } from '#lib/campaigns/testing';
import { contractOf, withSender } from '#lib/contracts/testing';
import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PersonFile } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import type { TestApp } from '#test/app';
import { restoreBackup, tablesWith, takeBackup } from '#test/backup';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterEach, describe, expect, it } from '@jest/globals';

const ends: (() => Promise<void>)[] = [];
let platform: CalendarPlatform;

afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends.length = 0;
});

/** Lets the clock stand at that instant, and does what is due by then. */
const until = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await platform.drain.runDue();
  await platform.drain.sweep();
};

interface Scene {
  readonly tenantId: TenantId;
  readonly owner: TestClient;
  readonly newsletterId: string;
  readonly reader: string;
  /** The member’s. */
  readonly email: string;
}

/** A tenant served from 5 January 2026 on, with two readers: one stays, one is never mailed. */
const served = async (reader: string): Promise<Scene> => {
  const {
    tenantId,
    slug,
    email,
    client: owner,
  } = await contractOf(platform, PlainDate.from('2026-01-05'));
  await withSender(platform, tenantId, slug);
  const newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, [reader, `quiet.${reader}`]);
  return { tenantId, owner, newsletterId, reader, email };
};

const begin = async (): Promise<TestClient> => {
  platform = await startCalendarPlatform('2026-01-05T09:00:00+09:00');
  ends.push(() => platform.stop());
  await readyToInvoice(platform, '2026-01');
  return operatorClient(platform);
};

/** Gives notice in June: the last day of service is 31 July 2026. */
const leave = async ({ owner }: Scene): Promise<void> => {
  await until('2026-06-10T12:00:00+09:00');
  const given = await owner.post('/api/v1/contract/end-notices', {});
  expect(given.body).toMatchObject({ endDate: '2026-07-31' });
};

const api = '/api/v1/operator';

const contractOfTenant = async (operator: TestClient, { tenantId }: Scene): Promise<unknown> =>
  ((await operator.get(`${api}/tenants/${tenantId}/contract`)).body as { status: string }).status;

const rowsLeft = async (operator: TestClient, { tenantId }: Scene): Promise<number> => {
  const { body } = await operator.get(`${api}/tenants/${tenantId}/erasure`);
  return (body as { items: { rows: number }[] }).items.reduce((sum, { rows }) => sum + rows, 0);
};

interface Invoice {
  readonly id: string;
  readonly openYen: number;
}

const invoicesOf = async (operator: TestClient, { tenantId }: Scene): Promise<Invoice[]> => {
  const { body } = await operator.get(`${api}/tenants/${tenantId}/invoices`);
  return (body as { items: Invoice[] }).items;
};

/** Two people give up what a tenant still owes. */
const writeOffAll = async (operator: TestClient, scene: Scene): Promise<void> => {
  const other = await operatorClient(platform);
  for (const { id, openYen } of await invoicesOf(operator, scene)) {
    if (openYen === 0) continue;
    const wish = { invoiceId: id, reason: '回収の見込みなし' };
    const made = await operator.post(`${api}/tenants/${scene.tenantId}/write-offs`, wish);
    expect((await other.post(`${api}/write-offs/${made.body.id}/approve`, {})).status).toBe(200);
  }
};

const proofsFor = async (
  operator: TestClient,
  { tenantId }: Scene,
  address: string,
): Promise<Record<string, unknown>[]> => {
  const found = await operator.post(`${api}/tenants/${tenantId}/consent-proofs`, { address });
  expect(found.status).toBe(200);
  return (found.body as { items: Record<string, unknown>[] }).items;
};

/** What a base tells of the readers of a tenant: their addresses, or why it tells nothing. */
const readersIn = (app: TestApp, { tenantId }: Scene): Promise<string[]> =>
  app.get(Database).asSystem(async (tx) => {
    const people = await tx.query<{ id: string }>(
      'SELECT id FROM subscribers WHERE tenant_id = $1 ORDER BY created_at, id',
      [tenantId],
    );
    const files = app.get(PersonFile);
    const told = await Promise.all(
      people.map(({ id }) =>
        files.within(tx, tenantId, id).then(
          (file) => file?.address ?? 'nobody',
          (error: unknown) => (error as { code?: string }).code ?? String(error),
        ),
      ),
    );
    return told.sort();
  });

describe('seven days after the end of a contract', () => {
  it('all of its service is gone, from yesterday’s backup too; invoices and the proof of consent are there', async () => {
    const operator = await begin();
    const leaving = await served('ume@example.jp');
    const staying = await served('kiku@example.jp');
    await leave(leaving);
    await until('2026-07-25T09:00:00+09:00');
    const campaignId = await aDraft(leaving.owner, leaving.newsletterId);
    const at = '2026-07-25T09:30:00+09:00';
    await leaving.owner.post(`/api/v1/campaigns/${campaignId}/schedule`, { at });
    await until('2026-07-25T10:00:00+09:00');
    expect(platform.mailbox.find({ to: leaving.reader })).toHaveLength(1);

    await until('2026-08-01T00:00:00+09:00');
    expect(await contractOfTenant(operator, leaving)).toBe('terminated');
    await until('2026-08-05T01:59:59.999+09:00');
    expect(await contractOfTenant(operator, leaving)).toBe('terminated');
    expect(await rowsLeft(operator, leaving)).toBeGreaterThan(20);
    const yesterday = await takeBackup(platform.databaseUrl);

    await until('2026-08-05T02:00:00+09:00');
    expect(await contractOfTenant(operator, leaving)).toBe('data-erased');
    expect(await rowsLeft(operator, leaving)).toBe(0);
    const today = await takeBackup(platform.databaseUrl);
    expect(tablesWith(today, leaving.reader)).toEqual([]);

    // Invoices are kept, and whoever pays taxes can fetch them.
    const [invoice] = await invoicesOf(operator, leaving);
    const invoicePdf = `${api}/tenants/${leaving.tenantId}/invoices/${invoice?.id}/pdf`;
    expect((await operator.get(invoicePdf)).status).toBe(200);

    // Who claims an address is shown how it consented; nobody else’s consent is found by it.
    const [proof, ...more] = await proofsFor(operator, leaving, 'Ume@Example.jp');
    expect(more).toEqual([]);
    expect(proof).toMatchObject({
      newsletter: '季節のたより',
      method: 'double-opt-in',
      at: '2026-01-05T00:00:00.000Z',
      ip: '192.0.2.1',
      formNumber: 1,
      form: expect.objectContaining({
        consent: expect.objectContaining({ ja: expect.any(String) }),
      }),
      keepUntil: '2026-08-25',
    });
    expect(await proofsFor(operator, leaving, 'nobody@example.jp')).toEqual([]);
    expect(await proofsFor(operator, leaving, staying.reader)).toEqual([]);
    expect(await proofsFor(operator, staying, staying.reader)).toHaveLength(1);

    // The backup of the day before, on a platform with all secrets that are still there.
    const restored = await restoreBackup(yesterday);
    ends.push(() => restored.drop());
    const env = { DATABASE_URL: restored.url, QUEUE_URL: restored.url, KEYS_DIR: platform.keysDir };
    const second = await startCalendarPlatform('2026-08-05T03:00:00+09:00', env);
    ends.push(() => second.stop());
    expect(await readersIn(second, staying)).toEqual(['kiku@example.jp', 'quiet.kiku@example.jp']);
    expect(await readersIn(second, leaving)).toEqual(['keys.destroyed', 'keys.destroyed']);
    expect(tablesWith(yesterday, leaving.reader)).toEqual([]);

    // What a restored backup brings back is erased again in the next run over it.
    await second.drain.sweep();
    const stages = await second
      .get(Database)
      .asSystem((tx) => tx.query(`SELECT tenant_id, stage FROM contracts WHERE stage <> 'active'`));
    expect(stages).toEqual([{ tenant_id: leaving.tenantId, stage: 'data-erased' }]);
    expect(await readersIn(second, leaving)).toEqual([]);

    // The proof goes when its own time is over.
    await until('2026-08-26T01:59:59.999+09:00');
    expect(await proofsFor(operator, leaving, leaving.reader)).toHaveLength(1);
    await until('2026-08-26T02:00:00+09:00');
    expect(await proofsFor(operator, leaving, leaving.reader)).toEqual([]);
  });

  it('a hold keeps everything, late or not, until two people lift it; each erasure is certified in a chain', async () => {
    const operator = await begin();
    const other = await operatorClient(platform);
    const leaving = await served('ume@example.jp');
    await leave(leaving);
    await until('2026-08-01T00:00:00+09:00');
    const hold = { tenantId: leaving.tenantId, requestId: null, reason: '訴訟のため' };
    const set = await operator.post(`${api}/legal-holds`, hold);
    expect(set.status).toBe(201);
    const due = async (): Promise<unknown> =>
      ((await operator.get(`${api}/erasures/due`)).body as { items: unknown[] }).items;
    const line = { tenantId: leaving.tenantId, class: 'A', from: '2026-08-05', by: '2026-08-07' };
    await until('2026-08-07T23:59:59.999+09:00');
    expect(await due()).toEqual([
      expect.objectContaining({ ...line, standing: 'due', isHeld: true }),
    ]);
    await until('2026-08-08T00:00:00.000+09:00');
    expect(await due()).toEqual([
      expect.objectContaining({ ...line, standing: 'late', isHeld: true }),
    ]);
    await until('2026-08-08T02:00:00+09:00');
    expect(await rowsLeft(operator, leaving)).toBeGreaterThan(10);

    const path = `${api}/legal-holds/${set.body.id}`;
    expect((await other.post(`${path}/lift`)).body.code).toBe('privacy.lift-not-asked');
    expect((await operator.post(`${path}/ask-lift`, { reason: '和解' })).status).toBe(204);
    expect((await operator.post(`${path}/lift`)).body.code).toBe('privacy.same-person');
    expect((await other.post(`${path}/lift`)).status).toBe(204);
    await until('2026-08-09T02:00:00+09:00');
    expect([await contractOfTenant(operator, leaving), await rowsLeft(operator, leaving)]).toEqual([
      'data-erased',
      0,
    ]);
    const { body } = await operator.get(`${api}/erasure-certificates?tenantId=${leaving.tenantId}`);
    const certificates = (body as { items: Record<string, unknown>[] }).items;
    const ofData = certificates.find(
      (each) => each['class'] === 'A' && each['day'] === '2026-08-09',
    );
    expect(ofData).toMatchObject({
      isGenuine: true,
      lines: expect.arrayContaining([
        { rule: 'subscribers', count: 2 },
        { rule: 'tenant-key', count: 1 },
      ]),
    });
    const chain = (await operator.get(`${api}/erasure-chain`)).body as Record<string, unknown>;
    expect(chain).toEqual({
      certificates: expect.any(Number),
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      broken: [],
    });
    const pdf = await operator.get(
      `${api}/erasure-certificates/${String(ofData?.['id'])}/file.pdf`,
    );
    expect(pdf.status).toBe(200);
  });
});

describe('six months after the end of a contract', () => {
  it('what was kept on the tenant itself goes, once nothing is owed', async () => {
    const operator = await begin();
    const leaving = await served('ume@example.jp');
    await leave(leaving);
    await until('2026-08-01T00:00:00+09:00');
    await until('2026-08-05T02:00:00+09:00');
    await until('2027-01-31T23:59:59.999+09:00');
    expect(await contractOfTenant(operator, leaving)).toBe('data-erased');
    const ofClassB = async (): Promise<string[]> =>
      (
        (await operator.get(`${api}/tenants/${leaving.tenantId}/erasure?class=B`)).body as {
          items: { table: string }[];
        }
      ).items.map(({ table }) => table);
    expect(await ofClassB()).toEqual(expect.arrayContaining(['members', 'contracts']));
    await until('2027-02-01T02:00:00+09:00');
    const [line] = (
      (await operator.get(`${api}/erasures/due`)).body as { items: { isSettled: boolean }[] }
    ).items;
    expect(line).toMatchObject({ class: 'B', standing: 'due', isSettled: false });
    expect(await ofClassB()).toContain('members');

    await writeOffAll(operator, leaving);
    await until('2027-02-02T02:00:00+09:00');
    expect([await ofClassB(), await contractOfTenant(operator, leaving)]).toEqual([[], 'erased']);
    const [invoice] = await invoicesOf(operator, leaving);
    const pdf = `${api}/tenants/${leaving.tenantId}/invoices/${invoice?.id}/pdf`;
    expect((await operator.get(pdf)).status).toBe(200);
    expect((await operator.get(`${api}/tenants/${leaving.tenantId}`)).status).toBe(200);
    const left = await takeBackup(platform.databaseUrl);
    expect(tablesWith(left, leaving.email)).toEqual([]);
  });
});

import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { manyReaders } from '#test/rig/readers';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';
import { FreezeAudience } from './freeze-audience.js';
import { PauseMailing } from './pause-mailing.js';
import { ResumeMailing } from './resume-mailing.js';
import { StopMailing } from './stop-mailing.js';

const readers = 13_500;
const first = 3_000;

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let tenantId: TenantId;
let campaignId: string;
let newsletterId: string;

beforeAll(async () => {
  // Nothing listens there: no mail leaves, and the ledger stays as it was frozen.
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
});

afterAll(async () => {
  await app.stop();
});

const inTenant: Database['inTenant'] = (tenant, work) => app.get(Database).inTenant(tenant, work);
const freeze = (): Promise<void> => app.get(FreezeAudience).execute({ tenantId, campaignId });
const progress = (): ReturnType<typeof progressOf> => progressOf(app, tenantId, campaignId);

const ledger = async (): Promise<unknown> => {
  const [row] = await inTenant(tenantId, (tx) =>
    tx.query(
      `SELECT count(*)::int AS rows, count(DISTINCT subscriber_id)::int AS people FROM deliveries`,
    ),
  );
  return row;
};
const everybody = { rows: readers, people: readers };

beforeEach(async () => {
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await manyReaders(app, tenantId, newsletterId, readers);
  campaignId = await aMailing(app, tenantId, aContent(newsletterId));
  await inTenant(tenantId, (tx) => app.get(PauseMailing).within(tx, tenantId, campaignId));
});

describe('a large audience', () => {
  it('is frozen slice by slice, the first with the launch, each person once', async () => {
    expect(await progress()).toMatchObject({
      candidates: first,
      queued: first,
      equationHolds: false,
    });
    await freeze();
    expect(await progress()).toMatchObject({ candidates: readers, queued: readers });
    expect(await ledger()).toEqual(everybody);
    await freeze();
    expect(await ledger()).toEqual(everybody);
  });

  it('is frozen to those whom a comparison of a field means', async () => {
    const condition = { field: 'name', op: 'contains', value: '1' } as const;
    campaignId = await aMailing(app, tenantId, aContent(newsletterId), { condition });
    const meant = Array.from({ length: readers }, (_, i) => i + 1).filter((n) =>
      String(n).includes('1'),
    ).length;
    expect(await progress()).toMatchObject({ candidates: first });
    await freeze();
    expect(await progress()).toMatchObject({ candidates: meant });
  });

  it('is frozen once by two who do it at the same time', async () => {
    await Promise.all([freeze(), freeze(), freeze()]);
    await freeze();
    expect(await progress()).toMatchObject({ candidates: readers, queued: readers });
    expect(await ledger()).toEqual(everybody);
  });

  it('is frozen to its end after a crash that lost the queue', async () => {
    await app.get(Database).asSystem((tx) => tx.execute('DELETE FROM outbox'));
    await inTenant(tenantId, (tx) => app.get(ResumeMailing).within(tx, tenantId, campaignId));
    await app.get(Database).asSystem((tx) => tx.execute('DELETE FROM outbox'));
    for (let minute = 0; minute < 3; minute++) {
      clock.advance({ minutes: 1 });
      await app.drain.sweep();
    }
    expect(await progress()).toMatchObject({ candidates: readers, queued: readers });
    expect(await ledger()).toEqual(everybody);
  });

  it('stays as it is when the mailing is stopped meanwhile', async () => {
    const answer = await inTenant(tenantId, (tx) =>
      app.get(StopMailing).within(tx, tenantId, campaignId),
    );
    expect(answer).toEqual({ left: 0, inFlight: 0, cancelled: first });
    await freeze();
    expect(await progress()).toMatchObject({
      status: 'stopped',
      candidates: first,
      cancelled: first,
      equationHolds: true,
    });
    expect(await ledger()).toEqual({ rows: first, people: first });
  });

  it('is never left half a slice by a stop that comes in its middle', async () => {
    const [answer] = await Promise.all([
      inTenant(tenantId, (tx) => app.get(StopMailing).within(tx, tenantId, campaignId)),
      freeze(),
    ]);
    const { status, candidates, cancelled, equationHolds } = await progress();
    expect({ status, cancelled, equationHolds }).toEqual({
      status: 'stopped',
      cancelled: candidates,
      equationHolds: true,
    });
    expect(answer.cancelled).toBe(candidates);
    expect(await ledger()).toEqual({ rows: candidates, people: candidates });
  });

  it('of a process that must end is handed on after the slice under way', async () => {
    app.get(FreezeAudience).beforeApplicationShutdown();
    await freeze();
    expect(await progress()).toMatchObject({ candidates: 13_000 });
    await freeze();
    expect(await ledger()).toEqual(everybody);
  });
});

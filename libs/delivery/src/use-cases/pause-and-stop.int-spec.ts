import { activeTenant } from '#lib/contracts/testing';
import { SystemClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { RemoveForBounces } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';
import { PauseMailing } from './pause-mailing.js';
import { ResumeMailing } from './resume-mailing.js';
import { StopMailing } from './stop-mailing.js';

const connections = 5;
const readers = 150;

let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;
/** Mails wait at the relay from this count on, until the gate opens. */
let waitFrom = Infinity;
let gate: Promise<void> = Promise.resolve();
let openGate: () => void = () => undefined;
/** Mails that the relay answered, and mails that wait for its answer. */
let answered = 0;
let heldUp = 0;

beforeAll(async () => {
  sink = await startSink({
    beforeDot: () => {
      const waits = sink.mails.length >= waitFrom;
      if (waits) heldUp++;
      else answered++;
      return waits ? gate : Promise.resolve();
    },
  });
  app = await startApp({
    ...deliveryParts,
    clock: new SystemClock(),
    queue: true,
    env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: String(connections) },
  });
});

afterAll(async () => {
  openGate();
  await app.stop();
  await sink.stop();
});

const holdMailsFrom = (count: number): void => {
  waitFrom = count;
  gate = new Promise((resolve) => {
    openGate = () => {
      waitFrom = Infinity;
      resolve();
    };
  });
};

beforeEach(async () => {
  sink.mails.length = answered = heldUp = 0;
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
});

const inTenant: Database['inTenant'] = (tenant, work) => app.get(Database).inTenant(tenant, work);

/** A mailing whose mails are held up at the relay somewhere in the middle. */
const heldMailing = async (): Promise<string> => {
  holdMailsFrom(50);
  const campaignId = await aMailing(app, tenantId, aContent(newsletterId));
  await eventually(() => {
    expect(sink.mails.length).toBeGreaterThanOrEqual(50);
  });
  // Both lanes have written what was answered, marked their mails and wait: nothing moves until the gate opens.
  await eventually(async () => {
    const { inFlight, accepted } = await progressOf(app, tenantId, campaignId);
    const still = { inFlight: 2 * connections, accepted: answered, heldUp: connections };
    expect({ inFlight, accepted, heldUp }).toEqual(still);
  });
  return campaignId;
};

const settled = (campaignId: string, status = 'finished'): Promise<void> =>
  eventually(async () => {
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status,
      inFlight: 0,
      equationHolds: true,
    });
  });

const distinct = (): number => new Set(sink.mails.map((mail) => mail.to)).size;

describe('a mailing under way', () => {
  it('stops: no further mail is begun, and the numbers shown are those of the relay', async () => {
    const campaignId = await heldMailing();
    const answer = await inTenant(tenantId, (tx) =>
      app.get(StopMailing).within(tx, tenantId, campaignId),
    );
    openGate();
    await settled(campaignId, 'stopped');
    const progress = await progressOf(app, tenantId, campaignId);
    expect(progress).toMatchObject({ status: 'stopped', accepted: sink.mails.length });
    expect(progress.accepted + progress.cancelled).toBe(readers);
    expect(answer.left + answer.inFlight).toBe(sink.mails.length);
    expect(answer.inFlight).toBeLessThanOrEqual(2 * connections);
    expect(answer.cancelled).toBe(progress.cancelled);
    expect(distinct()).toBe(sink.mails.length);
  });

  it('pauses and goes on with the rest', async () => {
    const campaignId = await heldMailing();
    await inTenant(tenantId, (tx) => app.get(PauseMailing).within(tx, tenantId, campaignId));
    openGate();
    await eventually(async () => {
      expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
        status: 'paused',
        inFlight: 0,
        accepted: sink.mails.length,
      });
    });
    expect(sink.mails.length).toBeLessThan(readers);
    await inTenant(tenantId, (tx) => app.get(ResumeMailing).within(tx, tenantId, campaignId));
    await settled(campaignId);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      accepted: readers,
    });
    expect([sink.mails.length, distinct()]).toEqual([readers, readers]);
  });

  it('leaves out who leaves while it is sending', async () => {
    const campaignId = await heldMailing();
    const gone = await inTenant(tenantId, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT subscriber_id AS id FROM deliveries WHERE state = 'queued'`,
      );
      for (const { id } of rows)
        await app.get(RemoveForBounces).within(tx, { tenantId, subscriberId: id });
      return rows.length;
    });
    openGate();
    await settled(campaignId);
    expect(await progressOf(app, tenantId, campaignId)).toMatchObject({
      status: 'finished',
      excluded: gone,
      accepted: readers - gone,
    });
    expect(sink.mails.length).toBe(readers - gone);
  });
});

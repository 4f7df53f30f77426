import { activeTenant } from '#lib/contracts/testing';
import { SystemClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { aContent, aMailing, deliveryParts } from '../testing.js';

let sink: SmtpSink;
let app: TestApp;
let release: () => void = () => undefined;

beforeAll(async () => {
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  sink = await startSink({
    beforeDot: () => (sink.mails.length >= 40 ? gate : Promise.resolve()),
  });
  app = await startApp({
    ...deliveryParts,
    clock: new SystemClock(),
    queue: true,
    env: { SMTP_URL: sink.url, SMTP_CONNECTIONS: '5' },
  });
});

afterAll(async () => {
  release();
  await app.stop();
  await sink.stop();
});

describe('a process that is asked to end', () => {
  it('brings home what is under way, begins nothing, and leaves nothing in doubt', async () => {
    const { tenantId } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, 150);
    await aMailing(app, tenantId, aContent(newsletterId));
    await eventually(() => {
      expect(sink.mails.length).toBeGreaterThanOrEqual(40);
    });
    const closed = app.app.close();
    release();
    await closed;
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ state: string; count: string }>(
      'SELECT state, count(*)::int AS count FROM deliveries GROUP BY state ORDER BY state',
    );
    const { rows: lanes } = await client.query(
      'SELECT count(*)::int AS held FROM mailing_lanes WHERE attempt_id IS NOT NULL',
    );
    await client.end();
    expect(rows).toEqual([
      { state: 'accepted', count: sink.mails.length },
      { state: 'queued', count: 150 - sink.mails.length },
    ]);
    expect(sink.mails.length).toBeLessThan(150);
    expect(lanes).toEqual([{ held: 0 }]);
  });
});

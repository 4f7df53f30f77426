import { MovableClock } from '#lib/kernel';
import { activeTenant } from '#lib/contracts/testing';
import { someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SmtpSink } from '#test/smtp-sink';
import { bounceScene, bouncesParts } from './testing.js';
import type { BounceScene } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const unknown = '550 5.1.1 User unknown';

let refuse: (to: string) => SinkAct = () => undefined;
let sink: SmtpSink;
let app: TestApp;
let scene: BounceScene;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => (step === 'RCPT' ? refuse(to) : undefined),
  });
  app = await startApp({ ...bouncesParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  refuse = () => undefined;
  scene = await bounceScene({ app, clock, sink });
});

describe('what came back of one campaign', () => {
  it('is told by reason and hour, and not to other tenants', async () => {
    await scene.bouncedCampaign();
    const path = '/api/v1/bounces';
    const [line] = (await scene.tenant.client.get(path)).body.items as { campaignId: string }[];
    const query = `${path}/by-campaign?campaignId=${line?.campaignId ?? ''}`;
    const other = await activeTenant(app);
    const at = new Date(clock.now().getTime() - 23 * 3_600_000).toISOString();
    expect([
      (await scene.tenant.client.get(query)).body,
      (await other.client.get(query)).body,
    ]).toEqual([
      {
        failed: 1,
        delayed: 0,
        complained: 0,
        byReason: [{ reason: 'unknown-recipient', blame: 'recipient', mails: 1 }],
        hours: [{ at: `${at.slice(0, 13)}:00:00.000Z`, failed: 1, complained: 0 }],
      },
      { failed: 0, delayed: 0, complained: 0, byReason: [], hours: [] },
    ]);
  });
});

describe('the list of what came back', () => {
  interface Page {
    readonly items: Record<string, unknown>[];
    readonly nextCursor: string | null;
  }
  const list = async (query = '', of = scene.tenant): Promise<Page> =>
    (await of.client.get(`/api/v1/bounces${query}`)).body as Page;

  it('has masked lines, the newest first, by campaign and reason, and nothing of other tenants', async () => {
    const other = await activeTenant(app);
    await scene.bouncedCampaign();
    await scene.bouncedCampaign('450 4.2.2 Mailbox full');
    await scene.bouncedCampaign('550 5.7.1 Rejected by policy');
    const { items, nextCursor } = await list();
    const line = { id: expect.any(String), campaignId: expect.any(String), maskedLine: 't***' };
    expect({ items, nextCursor }).toEqual({
      items: [
        { ...line, reason: 'policy', blame: 'sender', severity: 'soft', at: expect.any(String) },
        {
          ...line,
          reason: 'mailbox-full',
          blame: 'recipient',
          severity: 'soft',
          at: expect.any(String),
        },
        {
          ...line,
          reason: 'unknown-recipient',
          blame: 'recipient',
          severity: 'hard',
          at: expect.any(String),
        },
      ],
      nextCursor: null,
    });
    const ofOne = `?campaignId=${String(items[2]?.campaignId)}`;
    expect((await list(ofOne)).items).toEqual([items[2]]);
    expect((await list(`${ofOne}&reason=policy`)).items).toEqual([]);
    expect((await list('?reason=mailbox-full')).items).toEqual([items[1]]);
    const first = await list('?limit=2');
    expect(first.items).toEqual(items.slice(0, 2));
    expect(await list(`?limit=2&cursor=${first.nextCursor ?? ''}`)).toEqual({
      items: items.slice(2),
      nextCursor: null,
    });
    const none = { items: [], nextCursor: null };
    expect([await list('', other), await list(ofOne, other)]).toEqual([none, none]);
  });

  it('reads on among lines of one instant, and shows a domain when ten people have it', async () => {
    const people = Array.from({ length: 10 }, (_, i) => `p${i}@crowd.example`);
    await someSubscribers(app, scene.tenant.tenantId, scene.newsletterId, [
      ...people,
      'solo@own.example',
    ]);
    refuse = (to) => (to.endsWith('@example.jp') ? undefined : unknown);
    await scene.sendCampaign();
    const seen: Record<string, unknown>[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await list(`?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(11);
    expect(seen.map(({ maskedLine }) => maskedLine).sort()).toEqual([
      ...people.map(() => 'p***@crowd.example'),
      's***',
    ]);
  });

  it('names its lines so that who knows the ids of people and campaigns can tell nobody by them', async () => {
    await scene.bouncedCampaign();
    const { items } = await list();
    const [row] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ made: string }>(
          `SELECT md5(concat(subscriber_id, campaign_id))::uuid AS made FROM bounce_reports WHERE tenant_id = $1`,
          [scene.tenant.tenantId],
        ),
      );
    expect(items.map(({ id }) => id)).not.toContain(row?.made);
  });

  it('has lines without an address for the erased', async () => {
    for (let i = 0; i < 3; i++) await scene.bouncedCampaign();
    expect((await list()).items.map(({ maskedLine }) => maskedLine)).toEqual([null, null, null]);
  });
});

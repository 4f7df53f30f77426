import { activeTenant } from '#lib/contracts/testing';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContent, deliveryParts } from '../testing.js';
import { equationOf, noCounts } from '../domain/equation.js';
import { Mailings } from '../store/mailings.js';
import { CountDomains } from './count-domains.js';
import { MailingReactions } from './mailing-reactions.js';

let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;

beforeAll(async () => {
  app = await startApp(deliveryParts);
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
});

afterAll(() => app.stop());

const inTenant: Database['inTenant'] = (id, work) => app.get(Database).inTenant(id, work);

/** A running mailing to so many people, nine of them at a domain of their own. */
const mailingOf = async (people: number): Promise<string> => {
  const at = app.get(Clock).now();
  const campaignId = newId(at);
  await inTenant(tenantId, async (tx) => {
    const content = aContent(newsletterId);
    await app
      .get(Mailings)
      .create(tx, tenantId, campaignId, { content, linkTargets: [], afterCrash: 'hold', at });
    await tx.execute(
      `INSERT INTO deliveries (tenant_id, campaign_id, subscriber_id, domain, next_at)
       SELECT $1, $2, gen_random_uuid(), CASE WHEN i <= 9 THEN 'few.example' ELSE 'many.example' END, $4
       FROM generate_series(1, $3) i`,
      [tenantId, campaignId, people, at],
    );
    await tx.execute(
      `UPDATE mailings SET candidates = $3,
         (first_no, last_no) = (SELECT min(delivery_no), max(delivery_no) FROM deliveries WHERE campaign_id = $2)
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId, people],
    );
  });
  return campaignId;
};

const acceptAll = (campaignId: string): Promise<unknown> =>
  inTenant(tenantId, (tx) =>
    tx.execute(`UPDATE deliveries SET state = 'accepted', next_at = NULL WHERE campaign_id = $1`, [
      campaignId,
    ]),
  );

const settle = (campaignId: string): Promise<void> =>
  inTenant(tenantId, (tx) =>
    app.get(Mailings).settle(tx, tenantId, campaignId, {
      status: 'finished',
      equation: equationOf(0, noCounts),
      at: app.get(Clock).now(),
    }),
  );

const domains = (campaignId: string): Promise<unknown> =>
  inTenant(tenantId, async (tx) =>
    (await app.get(MailingReactions).read(tx, tenantId, campaignId)).domains.map(
      ({ domain, mails, accepted, waiting }) => [domain, mails, accepted, waiting],
    ),
  );

describe('how a mailing fares by domain', () => {
  it('is counted at every look while there are few mails', async () => {
    const campaignId = await mailingOf(100);
    await acceptAll(campaignId);
    expect(await domains(campaignId)).toEqual([
      ['many.example', 91, 91, 0],
      [null, 9, 9, 0],
    ]);
  });

  it('is as it was counted last when there are many, and once more after the end', async () => {
    const campaignId = await mailingOf(50_000);
    const waiting = [
      ['many.example', 49_991, 0, 49_991],
      [null, 9, 0, 9],
    ];
    expect(await domains(campaignId)).toEqual(waiting);
    await app.get(CountDomains).execute();
    await acceptAll(campaignId);
    expect(await domains(campaignId)).toEqual(waiting);
    await settle(campaignId);
    await app.get(CountDomains).execute();
    const accepted = [
      ['many.example', 49_991, 49_991, 0],
      [null, 9, 9, 0],
    ];
    expect(await domains(campaignId)).toEqual(accepted);
  });
});

import { activeTenant } from '#lib/contracts/testing';
import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deliveryParts } from '../testing.js';
import { Tallies } from './tallies.js';
import { Tracking } from './tracking.js';

let app: TestApp;
let tenantId: TenantId;

beforeAll(async () => {
  app = await startApp(deliveryParts);
  ({ tenantId } = await activeTenant(app));
});

afterAll(() => app.stop());

const inTenant: Database['inTenant'] = (id, work) => app.get(Database).inTenant(id, work);

/** What readers did, by counting the rows themselves. */
const counted = (campaignId: string): Promise<unknown[]> =>
  inTenant(tenantId, (tx) =>
    tx.query(
      `SELECT (SELECT count(*) FROM opens WHERE campaign_id = $1 AND kind = 'human')::int AS opened,
         (SELECT count(*) FROM opens WHERE campaign_id = $1 AND kind = 'machine')::int AS "openedByMachines",
         (SELECT count(DISTINCT delivery_no) FROM clicks WHERE campaign_id = $1 AND kind = 'human')::int AS clicked,
         (SELECT count(DISTINCT delivery_no) FROM clicks WHERE campaign_id = $1 AND kind = 'scanner')::int AS "clickedByScanners"`,
      [campaignId],
    ),
  );

it('tallies equal a count of the rows, however many readers come at once', async () => {
  const mail = { deliveryNo: fc.integer({ min: 1, max: 3 }), minute: fc.nat({ max: 90 }) };
  const open = fc.record({ ...mail, machine: fc.boolean() });
  const click = fc.record({ ...mail, machine: fc.boolean(), linkNo: fc.nat({ max: 2 }) });
  const steps = fc.array(fc.oneof(open, click), { minLength: 1, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(steps, async (reactions) => {
      const campaignId = newId(new Date());
      const atOnce = reactions.map((reaction) =>
        inTenant(tenantId, (tx) => {
          const at = new Date(Date.UTC(2026, 3, 1, 0, reaction.minute));
          return 'linkNo' in reaction
            ? app
                .get(Tracking)
                .clicked(
                  tx,
                  tenantId,
                  { ...reaction, campaignId },
                  reaction.machine ? 'scanner' : 'human',
                  at,
                )
            : app
                .get(Tracking)
                .opened(
                  tx,
                  tenantId,
                  { ...reaction, campaignId },
                  reaction.machine ? 'machine' : 'human',
                  at,
                );
        }),
      );
      await Promise.all(atOnce);
      const { opens, clicks } = await inTenant(tenantId, (tx) =>
        app.get(Tallies).read(tx, tenantId, campaignId),
      );
      expect([
        {
          opened: opens.human,
          openedByMachines: opens.machine,
          clicked: clicks.human,
          clickedByScanners: clicks.scanner,
        },
      ]).toEqual(await counted(campaignId));
    }),
    { numRuns: 25 },
  );
});

import { ReturnPath } from '#lib/delivery';
import { SubscriberLinks, UnsubscribeByToken } from '#lib/subscribers';
import { readersOf } from '#lib/subscribers/testing';
import { startSink } from '#test/smtp-sink';
import { startScene } from '../scene.js';
import { verdict } from '../verdict.js';

const perSecond = 200;
const readersEach = 10;

/** T42: readers leave by one click while their mail waits; a mail may follow within a second, none later. */
export const unsubscribing = async (rounds: number): Promise<void> => {
  const arrivals: { readonly from: string; readonly to: string; readonly at: number }[] = [];
  const relay = await startSink({
    act: (step, { from, to }) => {
      if (step === 'dot') arrivals.push({ from, to, at: performance.now() });
      return undefined;
    },
  });
  const recipients = rounds * readersEach;
  const url = `${relay.url}?rate=${perSecond}`;
  const scene = await startScene({ recipients, connections: 20, relay: url });
  const { stage } = scene;
  try {
    await scene.launch();
    const readers = await stage.sql<{
      tenantId: string;
      subscriberId: string;
      newsletterId: string;
    }>(
      `SELECT s.tenant_id AS "tenantId", s.id AS "subscriberId", n.newsletter_id AS "newsletterId"
       FROM subscribers s JOIN subscriptions n ON n.subscriber_id = s.id AND n.tenant_id = s.tenant_id
       JOIN deliveries d ON d.tenant_id = s.tenant_id AND d.subscriber_id = s.id
       ORDER BY d.delivery_no DESC LIMIT $1`,
      [rounds],
    );
    const links = stage.app.get(SubscriberLinks);
    const left = new Map<string, number>();
    const unsubscribe = stage.app.get(UnsubscribeByToken);
    const people = await readersOf(stage.app, readers[0]?.tenantId ?? '');
    const addresses = new Map(people.map(({ id, address }) => [id, address]));
    for (const reader of readers) {
      const { oneClick } = links.of({ ...reader, campaignId: scene.campaignId } as never);
      const token = new URL(oneClick).pathname.split('/').at(-1) ?? '';
      await unsubscribe.execute({ token, method: 'one-click' });
      left.set(addresses.get(reader.subscriberId) ?? '', performance.now());
    }
    await scene.finished();
    // A farewell is no mail of the campaign.
    const after = arrivals.filter(({ to, at }) => at > (left.get(to) ?? Infinity) + 1000);
    const paths = stage.app.get(ReturnPath);
    const ofCampaign = await Promise.all(after.map(({ from }) => paths.read(from)));
    const late = ofCampaign.filter(Boolean).length;
    const { excluded, equationHolds } = await scene.progress();
    const result = { case: 'unsubscribe', recipients, left: left.size, excluded, late };
    const passed = late === 0 && excluded > 0 && equationHolds;
    verdict({ ...result, equationHolds }, passed);
  } finally {
    await scene.stop();
    await relay.stop();
  }
};

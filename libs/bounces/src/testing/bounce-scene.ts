import { activeTenant } from '#lib/contracts/testing';
import { ReturnPath } from '#lib/delivery';
import { aContent, aMailing } from '#lib/delivery/testing';
import type { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import type { TestApp } from '#test/app';
import type { SmtpSink } from '#test/smtp-sink';
import { ReceiveReport } from '../use-cases/receive-report.js';
import { aReportOf } from './report.builder.js';

/** A tenant with a newsletter, and what happens to the mails to its readers. */
export interface BounceScene {
  readonly tenant: Awaited<ReturnType<typeof activeTenant>>;
  readonly newsletterId: string;
  /** Sends a campaign and gives the return paths by recipient. */
  readonly sendCampaign: () => Promise<Map<string, string>>;
  readonly report: (returnPath: string | undefined, raw: Uint8Array) => Promise<void>;
  /** A campaign whose mail to taro comes back with this reply; ends a day later. */
  readonly bouncedCampaign: (reply?: string) => Promise<void>;
}

interface Stage {
  readonly app: TestApp;
  readonly clock: MovableClock;
  /** The relay of the application. */
  readonly sink: SmtpSink;
}

export const bounceScene = async (
  { app, clock, sink }: Stage,
  readers: readonly string[] = ['taro@example.jp', 'hanako@example.jp'],
): Promise<BounceScene> => {
  const tenant = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenant.tenantId);
  await someSubscribers(app, tenant.tenantId, newsletterId, readers);
  await app.drain.runDue();
  clock.advance({ hours: 1 });

  const sendCampaign: BounceScene['sendCampaign'] = async () => {
    const before = sink.mails.length;
    await aMailing(app, tenant.tenantId, aContent(newsletterId));
    await app.drain.runDue();
    return new Map(sink.mails.slice(before).map(({ to, from }) => [to, from]));
  };
  const report: BounceScene['report'] = async (returnPath, raw) => {
    const ref = await app.get(ReturnPath).read(returnPath ?? '');
    await app.get(ReceiveReport).execute({ raw, ref, arrivedAt: clock.now() });
    await app.drain.runDue();
  };
  return {
    ...{ tenant, newsletterId, sendCampaign, report },
    bouncedCampaign: async (reply = '550 5.1.1 User unknown') => {
      const paths = await sendCampaign();
      clock.advance({ hours: 1 });
      await report(paths.get('taro@example.jp'), aReportOf('failed', reply));
      clock.advance({ hours: 23 });
    },
  };
};

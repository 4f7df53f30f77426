import { aMail } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { ActiveCount } from '#lib/subscribers';
import { aNewsletter } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { startSink } from '#test/smtp-sink';
import { InboundServer } from '../smtp/inbound-server.js';
import { handOver, inboundParts } from '../testing.js';

type Tenant = Awaited<ReturnType<typeof activeTenant>>;

/** A newsletter that is joined and left by mail. */
export interface AddressedNewsletter {
  readonly tenant: Tenant;
  /** Of its addresses, in the API. */
  readonly path: string;
  readonly join: string;
  readonly leave: string;
}

type Issued = Readonly<Record<'join' | 'leave', { readonly address: string }>>;

interface Answer {
  readonly to: string;
  readonly raw: string;
}

/** An application that takes and sends mail, and what people do with it. */
export interface BlankMailScene {
  readonly app: TestApp;
  readonly clock: MovableClock;
  readonly dns: DnsServer;
  readonly newsletter: () => Promise<AddressedNewsletter>;
  /** Hands an empty mail over as a person does; gives the replies to it. @throws nodemailer's error when refused */
  readonly mail: (to: string | string[], from: string, ...fields: string[]) => Promise<Answer[]>;
  /** Presses the button of a confirmation mail; gives the page's status. */
  readonly confirm: (answer: Answer | undefined) => Promise<number>;
  /** Joins and confirms; nothing is left to be mailed afterwards. */
  readonly join: (newsletter: AddressedNewsletter, address: string) => Promise<void>;
  readonly active: (newsletter: AddressedNewsletter) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export const textOf = ({ raw }: Pick<Answer, 'raw'>): string => {
  const body = raw.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(raw))
    return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

export const blankMailScene = async (): Promise<BlankMailScene> => {
  const clock = new MovableClock('2026-04-01T09:00:00+09:00');
  const [dns, sink] = await Promise.all([startDnsServer(), startSink()]);
  const env = {
    SMTP_URL: sink.url,
    INBOUND_PORT: '0',
    MAIL_DOMAIN: 'mail.hikyaku.test',
    DNS_SERVERS: dns.address,
  };
  const app = await startApp({ ...inboundParts, clock, env });
  const server = app.get(InboundServer);
  const port = await server.start();

  const mail: BlankMailScene['mail'] = async (to, from, ...fields) => {
    const before = sink.mails.length;
    const raw = aMail(`From: ${from}`, ...fields, '', '');
    await handOver(port, { from: 'anybody@example.jp', to, raw });
    await app.drain.runDue();
    return sink.mails
      .slice(before)
      .map(({ to: recipient, data }) => ({ to: recipient, raw: data }));
  };
  const confirm: BlankMailScene['confirm'] = async (answer) => {
    const link = answer && /\/confirm\/[a-z2-7]+/.exec(textOf(answer))?.[0];
    return (await fetch(`${app.url}${link ?? '/none'}`, { method: 'POST' })).status;
  };
  return {
    ...{ app, clock, dns, mail, confirm },
    newsletter: async () => {
      const tenant = await activeTenant(app);
      const path = `/api/v1/newsletters/${await aNewsletter(app, tenant.tenantId)}/blank-mail`;
      await tenant.client.post(`${path}/join`);
      const issued = (await tenant.client.post(`${path}/leave`)).body as Issued;
      const { join, leave } = issued;
      clock.advance({ days: 1 });
      await app.drain.runDue();
      return { tenant, path, join: join.address, leave: leave.address };
    },
    join: async (newsletter, address) => {
      const [answer] = await mail(newsletter.join, address);
      if ((await confirm(answer)) !== 200) throw new Error('could not join');
      await app.drain.runDue();
      clock.advance({ hours: 1 });
    },
    active: ({ tenant: { tenantId } }) =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, clock.now())),
    stop: async () => {
      await server.stop();
      await app.stop();
      await Promise.all([sink.stop(), dns.stop()]);
    },
  };
};

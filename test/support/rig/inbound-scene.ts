import { createTransport } from 'nodemailer';
import { freePort } from '../free-port.js';
import { eventually } from '../eventually.js';
import { startSink } from '../smtp-sink.js';
import { startCluster } from './cluster.js';
import { spawnInbound } from './inbound-process.js';
import type { InboundProcess } from './inbound-process.js';
import { cpuOfFamily } from './process-figures.js';
import { startStage } from './stage.js';
import type { Stage } from './stage.js';
import { spawnWorker, untilReady } from './worker.js';
import type { WorkerProcess } from './worker.js';

/** A platform that has sent a campaign, and that mail comes back to. */
export interface InboundScene {
  readonly stage: Stage;
  /** Signed return paths, one a reader. */
  readonly returnPaths: readonly string[];
  /** Hands a message over; resolves when it is acknowledged. Reports have no sender. */
  send(to: string, raw: string, from?: string): Promise<void>;
  /** CPU time so far, in microseconds. */
  cpu(): Record<'inbound' | 'worker' | 'database', number>;
  killInbound(): Promise<void>;
  killWorker(): Promise<void>;
  /** Waits until nothing waits to be sorted. */
  sorted(): Promise<void>;
  stop(): Promise<void>;
}

const connections = 20;

export const startInboundScene = async (readers: number): Promise<InboundScene> => {
  const cluster = await startCluster();
  const sink = await startSink();
  const stage = await startStage({
    SMTP_URL: sink.url,
    SMTP_CONNECTIONS: '20',
    DNS_SERVERS: '127.0.0.1:9',
  });
  const shop = await stage.shop(readers);
  let worker: WorkerProcess = spawnWorker({ env: stage.env });
  await untilReady(() => stage.listeners(), 1);
  const { campaignId } = await stage.plan(shop, 500);
  await stage.finished(campaignId);
  const returnPaths = sink.mails.map(({ from }) => from);
  await sink.stop();
  const port = await freePort();
  let inbound: InboundProcess = await spawnInbound(port, stage.env);
  const client = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    secure: false,
    ignoreTLS: true,
  });
  return {
    stage,
    returnPaths,
    send: async (to, raw, from = '') => {
      await client.sendMail({ envelope: { from, to }, raw });
    },
    cpu: () => ({
      inbound: cpuOfFamily(inbound.pid),
      worker: cpuOfFamily(worker.pid),
      database: cpuOfFamily(cluster.pid),
    }),
    killInbound: async () => {
      await inbound.kill();
      inbound = await spawnInbound(port, stage.env);
    },
    killWorker: async () => {
      worker.kill('SIGKILL');
      await worker.ended;
      worker = spawnWorker({ env: stage.env });
    },
    sorted: () =>
      eventually(async () => {
        const [row] = await stage.sql<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM inbound_messages WHERE state = 'waiting'`,
        );
        if (row?.waiting !== 0) throw new Error(`${row?.waiting ?? '?'} messages wait`);
      }, 600_000),
    stop: async () => {
      client.close();
      await inbound.kill();
      worker.kill('SIGKILL');
      await worker.ended;
      await stage.stop();
      await cluster.stop();
    },
  };
};

/** A report of a failed delivery, of the usual length. */
export const aBounce = (n: number): string =>
  [
    'From: MAILER-DAEMON@mx.example.jp',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_e"',
    '',
    '--=_e',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--=_e',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.jp',
    '',
    `Final-Recipient: rfc822; reader${n}@example.jp`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--=_e',
    'Content-Type: text/rfc822-headers',
    '',
    'From: news@example.jp',
    'Subject: News',
    ...Array.from({ length: 20 }, (_, i) => `X-Filler-${i}: ${'x'.repeat(70)}`),
    '',
    '--=_e--',
    '',
  ].join('\r\n');

/** A letter of a person to the provider; its subject is its name. */
export const aLetter = (name: string): string =>
  [
    'From: Taro <taro@example.jp>',
    `Subject: ${name}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'A question.',
    '',
  ].join('\r\n');

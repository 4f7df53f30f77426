import { afterEach, describe, expect, it } from '@jest/globals';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from '#test/smtp-sink';
import { Config, loadEnvironment } from '../config/index.js';
import { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './index.js';
import { SmtpPool } from './index.js';

let sink: SmtpSink | undefined;
let pool: SmtpPool | undefined;

afterEach(async () => {
  await pool?.onApplicationShutdown();
  await sink?.stop();
  sink = undefined;
});

type Act = (step: SinkStep, moment: SinkMoment) => SinkAct;

const start = async (
  options: { act?: Act; extensions?: string[]; connections?: number } = {},
): Promise<SmtpPool> => {
  const { connections = 4, ...rest } = options;
  sink = await startSink(rest);
  pool = openPool(sink.url, connections);
  return pool;
};

const openPool = (url: string, connections: number): SmtpPool =>
  new SmtpPool(
    new Config(
      loadEnvironment({
        SMTP_URL: url,
        SMTP_CONNECTIONS: String(connections),
        SECRET_KEY: '11'.repeat(32),
      }),
    ),
    new Log('silent'),
  );

const mail = (to: string, over: Partial<ReadyMail> = {}): ReadyMail => ({
  from: `b-${to}`,
  to,
  envelopeId: to,
  raw: Buffer.from(`To: <${to}>\r\nSubject: x\r\n\r\n.dot\r\nbody\r\n`),
  mayLeave: () => true,
  ...over,
});

const bigBody = Buffer.from(`Subject: big\r\n\r\n${'x'.repeat(76)}\r\n`.repeat(200_000));

/** At the first connection, or for the first try of a recipient, only. */
const once = (step: SinkStep, act: SinkAct): Act => {
  let done = false;
  return (at) => {
    if (at !== step || done) return undefined;
    done = true;
    return act;
  };
};

const always =
  (step: SinkStep, act: SinkAct): Act =>
  (at) =>
    at === step ? act : undefined;

describe('SmtpPool', () => {
  it('hands mails over unchanged and uses its connections again', async () => {
    const p = await start({ connections: 2 });
    const to = Array.from({ length: 20 }, (_, i) => `r${i}@example.jp`);
    const results = await Promise.all(to.map((address) => p.send(mail(address))));
    const ok: Handover = { kind: 'replied', code: 250, response: '250 2.0.0 Ok: queued' };
    expect(results).toEqual(to.map(() => ok));
    expect(sink?.mails.map((m) => m.to).sort()).toEqual([...to].sort());
    expect(sink?.mails[0]?.data).toBe(
      `To: <${sink?.mails[0]?.to}>\r\nSubject: x\r\n\r\n.dot\r\nbody\r\n`,
    );
    expect(sink?.connections).toBe(2);
  });

  it.each<[SinkStep, SinkAct, Buffer | undefined, Handover]>([
    ['banner', 'cut', undefined, { kind: 'no-connection' }],
    ['banner', '421 4.3.2 too busy', undefined, { kind: 'no-connection' }],
    ['banner', '554 5.7.1 go away', undefined, { kind: 'no-connection' }],
    ['EHLO', 'cut', undefined, { kind: 'no-connection' }],
    ['MAIL', 'cut', undefined, { kind: 'lost', dotWritten: false }],
    ['RCPT', 'cut', undefined, { kind: 'lost', dotWritten: false }],
    ['DATA', 'cut', undefined, { kind: 'lost', dotWritten: false }],
    ['body', 'cut', bigBody, { kind: 'lost', dotWritten: false }],
    ['dot', 'cut', undefined, { kind: 'lost', dotWritten: true }],
    ['MAIL', '550 5.7.1 no', undefined, reply('550 5.7.1 no')],
    ['RCPT', '550 5.1.1 who?', undefined, reply('550 5.1.1 who?')],
    ['RCPT', '451 4.7.1 later', undefined, reply('451 4.7.1 later')],
    ['DATA', '451 4.3.0 later', undefined, reply('451 4.3.0 later')],
    ['dot', '554 5.6.0 bad', undefined, reply('554 5.6.0 bad')],
    ['RCPT', '421 4.7.0 closing', undefined, reply('421 4.7.0 closing')],
  ])('tells what a %s answered with %s means', async (step, act, raw, expected) => {
    for (const extensions of [['PIPELINING'], ['8BITMIME']]) {
      const p = await start({ act: always(step, act), extensions });
      expect(await p.send(mail('a@example.jp', raw && { raw }))).toEqual(expected);
      await p.onApplicationShutdown();
      await sink?.stop();
    }
  });

  it('asks again when the relay turns a connection away', async () => {
    const p = await start({ act: once('banner', '421 4.3.2 too busy') });
    expect(await p.send(mail('a@example.jp'))).toMatchObject({ kind: 'replied', code: 250 });
  });

  it('sends over a clean session after a refusal, piped commands or not', async () => {
    for (const extensions of [['PIPELINING'], ['8BITMIME']]) {
      const p = await start({ act: once('RCPT', '550 5.1.1 who?'), extensions, connections: 1 });
      const codes = [await p.send(mail('a@example.jp')), await p.send(mail('b@example.jp'))];
      expect(codes).toEqual([reply('550 5.1.1 who?'), reply('250 2.0.0 Ok: queued')]);
      expect(sink?.connections).toBe(1);
      await p.onApplicationShutdown();
      await sink?.stop();
    }
  });

  it('takes a fresh connection when an idle one has died', async () => {
    const p = await start({
      connections: 1,
      act: (step, { connection, to }) =>
        connection === 1 && step === 'RCPT' && to === 'b@example.jp' ? 'cut' : undefined,
    });
    await p.send(mail('a@example.jp'));
    expect(await p.send(mail('b@example.jp'))).toMatchObject({ kind: 'replied', code: 250 });
    expect(sink?.connections).toBe(2);
  });

  it('lets no mail leave once it may not, even when the relay is ready for it', async () => {
    const p = await start({ connections: 1 });
    let asked = 0;
    const late = mail('a@example.jp', { mayLeave: () => ++asked < 2 });
    expect(await p.send(late)).toEqual({ kind: 'too-late' });
    expect(await p.send(mail('b@example.jp', { mayLeave: () => false }))).toEqual({
      kind: 'too-late',
    });
    expect(sink?.mails).toEqual([]);
  });

  it('refuses what SMTP cannot carry', async () => {
    const p = await start();
    expect(await p.send(mail('a>b@example.jp'))).toEqual({ kind: 'unsendable' });
    await p.send(mail('c@example.jp'));
    const tooBig = mail('d@example.jp', { raw: Buffer.alloc(11_000_000, 'x') });
    expect(await p.send(tooBig)).toEqual({ kind: 'unsendable' });
  });

  it.each([[['8BITMIME', 'SMTPUTF8', 'SIZE 1000000']], [['SIZE 1000000']], [[]]])(
    'keeps to what every relay takes where %j is offered: an address beyond ASCII is refused by itself',
    async (extensions) => {
      const p = await start({ extensions });
      expect(await p.send(mail('太郎@example.jp'))).toEqual({ kind: 'unsendable' });
      expect(await p.send(mail('taro@例え.jp'))).toEqual({ kind: 'unsendable' });
      expect(await p.send(mail('taro@example.jp'))).toMatchObject({ kind: 'replied', code: 250 });
      const asked = sink?.commands.filter((line) => /^(MAIL|RCPT)/.test(line)).join('\n');
      expect(asked).not.toMatch(/BODY=|SMTPUTF8|[^\0-\x7f]/);
      expect(sink?.mails.map(({ to }) => to)).toEqual(['taro@example.jp']);
    },
  );

  it('asks a relay that can for reports that name the mail', async () => {
    const p = await start({ extensions: ['DSN', 'SIZE 1000000'] });
    await p.send(mail('a+b@example.jp'));
    expect(sink?.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      'MAIL FROM:<b-a+b@example.jp> SIZE=48 RET=HDRS ENVID=a+2Bb@example.jp',
      'RCPT TO:<a+b@example.jp> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb@example.jp',
    ]);
  });

  it('gives each relay the mails that are meant for it', async () => {
    const other = await startSink();
    const first = await startSink();
    sink = first;
    pool = openPool(`${first.url}?weight=3, ${other.url}?rate=10`, 1);
    const [near = '', far = ''] = pool.relayNames;
    for (const relay of [near, far, near, far, 'unheard.of:25'])
      await pool.send(mail('a@example.jp', { relay }));
    await pool.send(mail('b@example.jp'));
    expect([first.mails.length, first.connections]).toEqual([3, 1]);
    expect([other.mails.length, other.connections]).toEqual([2, 1]);
    await pool.onApplicationShutdown();
    await other.stop();
  });

  it('says so when nobody listens', async () => {
    pool = openPool('smtp://127.0.0.1:9', 1);
    expect(await pool.send(mail('a@example.jp'))).toEqual({ kind: 'no-connection' });
  });
});

function reply(response: string): Handover {
  return { kind: 'replied', code: Number(response.slice(0, 3)), response };
}

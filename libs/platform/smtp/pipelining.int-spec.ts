import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkStep, SmtpSink } from '#test/smtp-sink';
import { Config, loadEnvironment } from '../config/index.js';
import { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './index.js';
import { SmtpPool } from './index.js';

let sink: SmtpSink | undefined;
let server: Server | undefined;
let pool: SmtpPool | undefined;

afterEach(async () => {
  pool?.hangUp();
  await pool?.onApplicationShutdown();
  await sink?.stop();
  server?.close();
});

const openPool = (url: string): SmtpPool => {
  const environment = { SMTP_URL: url, SMTP_CONNECTIONS: '1', SECRET_KEY: '11'.repeat(32) };
  return (pool = new SmtpPool(new Config(loadEnvironment(environment)), new Log('silent')));
};

const mail = (name: string, over: Partial<ReadyMail> = {}): ReadyMail => ({
  from: `b-${name}@example.com`,
  to: `${name}@example.jp`,
  envelopeId: name,
  raw: Buffer.from(`Subject: ${name}\r\n\r\nbody\r\n`),
  mayLeave: () => true,
  ...over,
});

const ok: Handover = { kind: 'replied', code: 250, response: '250 2.0.0 Ok: queued' };

const cases: readonly {
  name: string;
  /** What happens to the first mail. */
  step: SinkStep;
  act: SinkAct;
  first: Handover;
  connections: number;
  /** Whether the relay has the first mail. */
  taken: boolean;
}[] = [
  {
    name: 'is cut off after its final dot: of unknown fate',
    step: 'dot',
    act: 'cut',
    first: { kind: 'lost', dotWritten: true },
    connections: 2,
    taken: true,
  },
  {
    name: 'is put off after its final dot',
    step: 'dot',
    act: '451 4.3.0 later',
    first: { kind: 'replied', code: 451, response: '451 4.3.0 later' },
    connections: 1,
    taken: false,
  },
  {
    name: 'is refused after its final dot',
    step: 'dot',
    act: '554 5.6.0 bad',
    first: { kind: 'replied', code: 554, response: '554 5.6.0 bad' },
    connections: 1,
    taken: false,
  },
  {
    name: 'has its reader refused',
    step: 'RCPT',
    act: '550 5.1.1 who?',
    first: { kind: 'replied', code: 550, response: '550 5.1.1 who?' },
    connections: 1,
    taken: false,
  },
];

describe('a mail announced behind another', () => {
  it('is announced before the relay has answered the dot', async () => {
    // A relay that answers the first final dot only when it has seen the second MAIL.
    let seen = '';
    server = createServer((socket) => {
      socket.setEncoding('latin1').on('error', () => undefined);
      socket.write('220 relay\r\n');
      socket.on('data', (chunk: string) => {
        const before = seen;
        seen += chunk;
        const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
        if (chunk.startsWith('EHLO')) socket.write('250-relay\r\n250 PIPELINING\r\n');
        const dots = /\r\n\.\r\n/g;
        const mails = /^MAIL/gm;
        if (count(before, mails) < 1 && count(seen, mails) === 1)
          socket.write('250 a\r\n250 a\r\n354 a\r\n');
        if (count(before, mails) < 2 && count(seen, mails) === 2)
          socket.write('250 2.0.0 a\r\n250 b\r\n250 b\r\n354 b\r\n');
        if (count(before, dots) < 2 && count(seen, dots) === 2) socket.write('250 2.0.0 b\r\n');
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const p = openPool(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await Promise.all([p.send(mail('a')), p.send(mail('b'))])).toEqual([
      { kind: 'replied', code: 250, response: '250 2.0.0 a' },
      { kind: 'replied', code: 250, response: '250 2.0.0 b' },
    ]);
  });

  it.each(cases)('gets through once when the first $name', async (row) => {
    for (const extensions of [['PIPELINING'], ['8BITMIME']]) {
      sink = await startSink({
        extensions,
        act: (step, { to }) => (step === row.step && to.startsWith('a@') ? row.act : undefined),
      });
      const p = openPool(sink.url);
      const both = await Promise.all([p.send(mail('a')), p.send(mail('b')), p.send(mail('c'))]);
      expect(both).toEqual([row.first, ok, ok]);
      const to = sink.mails.map((got) => got.to).sort();
      expect(to).toEqual([...(row.taken ? ['a@example.jp'] : []), 'b@example.jp', 'c@example.jp']);
      expect(sink.connections).toBe(row.connections);
      await p.onApplicationShutdown();
      await sink.stop();
    }
  });

  it('does not leave once it may not, and takes nothing from the first', async () => {
    sink = await startSink();
    let asked = 0;
    const late = mail('b', { mayLeave: () => ++asked < 2 });
    const p = openPool(sink.url);
    expect(await Promise.all([p.send(mail('a')), p.send(late)])).toEqual([
      ok,
      { kind: 'too-late' },
    ]);
    expect(sink.mails.map(({ to }) => to)).toEqual(['a@example.jp']);
  });
});

describe('a relay that hangs', () => {
  it.each<[SinkStep, Handover]>([
    ['banner', { kind: 'no-connection' }],
    ['EHLO', { kind: 'no-connection' }],
    ['RCPT', { kind: 'lost', dotWritten: false }],
    ['dot', { kind: 'lost', dotWritten: true }],
  ])('at %s is left when the process must end', async (step, first) => {
    let reached: () => void = () => undefined;
    const there = new Promise<void>((resolve) => {
      reached = resolve;
    });
    sink = await startSink({
      act: (at) => {
        if (at !== step) return undefined;
        reached();
        return 'hang';
      },
    });
    const p = openPool(sink.url);
    const sending = p.send(mail('a'));
    await there;
    p.hangUp();
    expect(await sending).toEqual(first);
  });
});

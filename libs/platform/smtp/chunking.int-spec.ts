import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { startSink } from '#test/smtp-sink';
import type { SinkAct, SinkStep, SmtpSink } from '#test/smtp-sink';
import { Config, loadEnvironment } from '../config/index.js';
import { Log } from '../log/index.js';
import type { Handover, ReadyMail } from './index.js';
import { SmtpPool } from './index.js';

let sink: SmtpSink | undefined;
let pool: SmtpPool | undefined;

afterEach(async () => {
  await pool?.onApplicationShutdown();
  await sink?.stop();
});

const start = async (
  act?: (step: SinkStep, to: string, connection: number) => SinkAct,
  { connections = 1, query = '', extensions = ['PIPELINING', 'CHUNKING'] } = {},
): Promise<SmtpPool> => {
  sink = await startSink({
    extensions,
    act: (step, { to, connection }) => act?.(step, to, connection),
  });
  const environment = {
    SMTP_URL: `${sink.url}${query}`,
    SMTP_CONNECTIONS: String(connections),
    SECRET_KEY: '11'.repeat(32),
  };
  return (pool = new SmtpPool(new Config(loadEnvironment(environment)), new Log('silent')));
};

const mail = (name: string, over: Partial<ReadyMail> = {}): ReadyMail => ({
  from: `b-${name}@example.com`,
  to: `${name}@example.jp`,
  envelopeId: name,
  raw: Buffer.from(`Subject: ${name}\r\n\r\n.dot\r\n.\r\nbody\r\n`),
  mayLeave: () => true,
  ...over,
});

const ok: Handover = { kind: 'replied', code: 250, response: '250 2.0.0 Ok: queued' };
const inDoubt: Handover = { kind: 'lost', dotWritten: true };
const verbs = (): string[] => (sink?.commands ?? []).map((line) => line.slice(0, 4)).slice(1);

describe('a relay that takes chunks', () => {
  it('gets each mail in one piece, byte by byte as it is', async () => {
    const p = await start(undefined, { connections: 2 });
    const names = Array.from({ length: 20 }, (_, n) => `r${n}`);
    expect(await Promise.all(names.map((name) => p.send(mail(name))))).toEqual(names.map(() => ok));
    const got = sink?.mails.map(({ to, data }) => [to, data]).sort();
    const sent = names.map((name) => [mail(name).to, mail(name).raw.toString()]).sort();
    expect(got).toEqual(sent);
    expect(new Set(verbs())).toEqual(new Set(['EHLO', 'MAIL', 'RCPT', 'BDAT']));
    expect(sink?.connections).toBe(2);
  });

  it('gets the end of a last line that has none', async () => {
    const p = await start();
    expect(await p.send(mail('a', { raw: Buffer.from('Subject: x\r\n\r\nend') }))).toEqual(ok);
    expect(sink?.mails[0]?.data).toBe('Subject: x\r\n\r\nend\r\n');
  });

  it('takes the length of a mail in bytes, whatever they are', async () => {
    const raw = Buffer.concat([Buffer.from('Subject: x\r\n\r\n'), Buffer.from('日本\r\n')]);
    const p = await start();
    expect([await p.send(mail('a', { raw })), await p.send(mail('b'))]).toEqual([ok, ok]);
    expect(Buffer.from(sink?.mails[0]?.data ?? '', 'latin1')).toEqual(raw);
  });

  it.each<{ step: SinkStep; act: SinkAct; first: Handover; connections: number; has: string[] }>([
    { step: 'MAIL', act: '550 5.7.1 no', first: reply('550 5.7.1 no'), connections: 1, has: [] },
    {
      step: 'RCPT',
      act: '550 5.1.1 who?',
      first: reply('550 5.1.1 who?'),
      connections: 1,
      has: [],
    },
    {
      step: 'RCPT',
      act: '451 4.7.1 wait',
      first: reply('451 4.7.1 wait'),
      connections: 1,
      has: [],
    },
    { step: 'RCPT', act: '421 4.7.0 bye', first: reply('421 4.7.0 bye'), connections: 2, has: [] },
    { step: 'dot', act: '554 5.6.0 bad', first: reply('554 5.6.0 bad'), connections: 1, has: [] },
    {
      step: 'dot',
      act: '451 4.3.0 later',
      first: reply('451 4.3.0 later'),
      connections: 1,
      has: [],
    },
    // Every byte may have come in: nobody can know.
    { step: 'MAIL', act: 'cut', first: inDoubt, connections: 2, has: [] },
    { step: 'RCPT', act: 'cut', first: inDoubt, connections: 2, has: [] },
    { step: 'dot', act: 'cut', first: inDoubt, connections: 2, has: ['a@example.jp'] },
  ])('leaves only the first mail to its fate at $step: $act', async (row) => {
    let done = false;
    const p = await start((step) => {
      if (step !== row.step || done) return undefined;
      done = true;
      return row.act;
    });
    const all = await Promise.all(['a', 'b', 'c'].map((name) => p.send(mail(name))));
    expect(all).toEqual([row.first, ok, ok]);
    expect(sink?.mails.map(({ to }) => to)).toEqual([...row.has, 'b@example.jp', 'c@example.jp']);
    expect(sink?.connections).toBe(row.connections);
  });

  it('has no mail of which it cannot have every byte', async () => {
    const raw = Buffer.from(`Subject: big\r\n\r\n${'x'.repeat(76)}\r\n`.repeat(200_000));
    const p = await start((step) => (step === 'body' ? 'cut' : undefined));
    expect(await p.send(mail('a', { raw }))).toEqual({ kind: 'lost', dotWritten: false });
    expect(sink?.mails).toEqual([]);
  });

  it('gets a mail that may no longer leave neither whole nor in part', async () => {
    const p = await start();
    expect(await p.send(mail('a', { mayLeave: () => false }))).toEqual({ kind: 'too-late' });
    expect(verbs()).not.toContain('MAIL');
  });

  it('is asked first whether it is still there when it was not heard for a second', async () => {
    const p = await start();
    await p.send(mail('a'));
    const real = performance.now.bind(performance);
    const later = jest.spyOn(performance, 'now').mockImplementation(() => real() + 1000);
    try {
      await p.send(mail('b'));
      await p.send(mail('c'));
    } finally {
      later.mockRestore();
    }
    const asked = ['MAIL', 'RCPT'];
    expect(verbs()).toEqual([...asked, 'BDAT', ...asked, 'DATA', ...asked, 'BDAT']);
  });

  it('is asked with DATA where an operator wants it so, or where it takes no commands ahead', async () => {
    for (const wish of [{ query: '?chunking=off' }, { extensions: ['CHUNKING'] }]) {
      const p = await start(undefined, wish);
      expect(await p.send(mail('a'))).toEqual(ok);
      expect(verbs().slice(-3)).toEqual(['MAIL', 'RCPT', 'DATA']);
      await p.onApplicationShutdown();
      await sink?.stop();
    }
  });
});

function reply(response: string): Handover {
  return { kind: 'replied', code: Number(response.slice(0, 3)), response };
}

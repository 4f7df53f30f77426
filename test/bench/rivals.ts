import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import type { SinkProcess } from '#test/rig/sink-process';

const run = promisify(execFile);

/** Mails a second into the same sink, by the sink's own clock. */
const rateOf = async (sink: SinkProcess, send: () => Promise<void>): Promise<number> => {
  await sink.forget();
  await send();
  const { mails, firstAt, lastAt } = await sink.figures();
  return firstAt === null || lastAt === null ? 0 : (mails - 1) / ((lastAt - firstAt) / 1000);
};

interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** nodemailer's pool, composing each mail, as most programs use it. */
export const nodemailerPool = (
  sink: SinkProcess,
  { connections, mails, letter }: { connections: number; mails: number; letter: Letter },
): Promise<number> =>
  rateOf(sink, async () => {
    const transport = createTransport({
      url: sink.url,
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
    });
    let next = 0;
    const hand = async (): Promise<void> => {
      for (let n = next++; n < mails; n = next++) {
        const name = `読者 ${n}`;
        await transport.sendMail({
          from: { name: 'テスト商店', address: 'news@example.jp' },
          to: { name, address: `reader${n}@example.jp` },
          subject: letter.subject.replace(/\{\{.*?\}\}/g, name),
          text: letter.text.replace(/\{\{.*?\}\}/g, name),
          html: letter.html.replace(/\{\{.*?\}\}/g, name),
          list: { unsubscribe: { url: `https://mail.example.jp/u/${n}`, comment: 'Unsubscribe' } },
        });
      }
    };
    await Promise.all(Array.from({ length: connections * 2 }, hand));
    transport.close();
  });

/** Postfix's load generator; undefined when it is not installed. */
export const smtpSource = async (
  sink: SinkProcess,
  { mails, bytes, connections }: { mails: number; bytes: number; connections: number },
): Promise<number | undefined> => {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const wish = [
    '-s',
    connections,
    '-m',
    mails,
    '-l',
    bytes,
    '-f',
    'a@example.jp',
    '-t',
    'b@example.jp',
  ];
  try {
    return await rateOf(sink, async () => {
      await run('smtp-source', [...wish.map(String), `127.0.0.1:${sink.port}`], {
        env: { PATH: path },
      });
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

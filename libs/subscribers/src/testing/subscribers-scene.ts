import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { subscribersParts } from '../testing.js';

export interface SubscribersScene {
  readonly app: TestApp;
  readonly clock: MovableClock;
  /** The relay, which takes every mail. */
  readonly sink: SmtpSink;
  /** Runs what is due, and gives the mails that have left since it was last asked. */
  readonly mails: () => Promise<ParsedMail[]>;
  readonly stop: () => Promise<void>;
}

/** An application behind a proxy, at a clock that stands. */
export const subscribersScene = async (
  start = '2026-04-01T09:00:00+09:00',
): Promise<SubscribersScene> => {
  const clock = new MovableClock(start);
  const sink = await startSink();
  const env = { SMTP_URL: sink.url, TRUST_PROXY: '1' };
  const app = await startApp({ ...subscribersParts, clock, env });
  return {
    ...{ app, clock, sink },
    mails: async () => {
      await app.drain.runDue();
      return Promise.all(sink.mails.splice(0).map(({ data }) => simpleParser(data)));
    },
    stop: async () => {
      await app.stop();
      await sink.stop();
    },
  };
};

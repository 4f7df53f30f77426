import { setTimeout as pause } from 'node:timers/promises';
import { MovableClock } from '#lib/kernel';
import { Mailbox } from '#lib/mailbox';
import type { Config } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { Drain } from '#platform/queue';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mailboxOptions } from '../settings.js';
import { StandaloneModule } from '../standalone.module.js';

/** As many jobs at once as a mailing has lanes. */
const hands = 2;

/** The whole platform under a clock of the past, listening on a port that nobody knows. */
export class Stage {
  private constructor(
    readonly clock: MovableClock,
    readonly mailbox: Mailbox,
    readonly url: string,
    private readonly app: NestExpressApplication,
  ) {}

  static async open(config: Config, dataDir: string, start: Date): Promise<Stage> {
    const clock = new MovableClock(start);
    const app = await createHttpApp(StandaloneModule.of({ config, clock, run: false }));
    const mailbox = app.get(Mailbox);
    await mailbox.start(mailboxOptions(config, dataDir));
    await app.listen(0, '127.0.0.1');
    return new Stage(clock, mailbox, await app.getUrl(), app);
  }

  get<T>(token: abstract new (...dependencies: never[]) => T): T {
    return this.app.get(token as never, { strict: false });
  }

  /** Fetches a link of a mail from here, whatever the public address will be; follows no redirect. */
  async fetch(link: string, request: RequestInit = {}): Promise<Response> {
    const { pathname, search } = new URL(link, this.url);
    const response = await fetch(`${this.url}${pathname}${search}`, {
      redirect: 'manual',
      ...request,
    });
    if (response.status >= 400)
      throw new Error(`${pathname} was answered with ${response.status}: ${await response.text()}`);
    return response;
  }

  /** Does all that is due now, until nothing more follows from it. */
  async settle(): Promise<void> {
    for (;;) {
      const done = await Promise.all(Array.from({ length: hands }, () => this.work()));
      await this.mailbox.reportsSent();
      if (done.every((count) => count === 0)) return;
      await pause();
    }
  }

  /** What the sweeps find, as once a night. */
  async sweep(): Promise<void> {
    await this.get(Drain).sweep();
    await this.settle();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.mailbox.stop();
  }

  private work(): Promise<number> {
    return this.get(Drain).runDue();
  }
}

import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/index.js';
import { Log } from '../log/index.js';

const pollMs = 1000;

/** Calls the relay as soon as an outbox entry commits, and every second in case a notification was lost. */
@Injectable()
export class OutboxListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  async start(relay: () => Promise<unknown>): Promise<void> {
    await this.listen(relay);
    this.timer = setInterval(() => {
      this.hurry(relay);
    }, pollMs);
    this.hurry(relay);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async listen(relay: () => Promise<unknown>): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.get('DATABASE_URL'),
      keepAlive: true,
    });
    client.on('error', () => {
      this.client = undefined;
    });
    client.on('notification', () => {
      this.hurry(relay);
    });
    await client.connect();
    await client.query('LISTEN outbox');
    this.client = client;
  }

  /** One relay at a time; a call meanwhile makes it run once more. */
  private hurry(relay: () => Promise<unknown>): void {
    this.again = true;
    this.running ??= this.work(relay).finally(() => {
      this.running = undefined;
    });
  }

  private async work(relay: () => Promise<unknown>): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        if (!this.client) await this.listen(relay);
        await relay();
      } catch (error) {
        this.log.failure('outbox.relay-failed', error);
      }
    }
  }
}

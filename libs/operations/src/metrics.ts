import { Database } from '#platform/database';
import { QueueDesk } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Figures of this process and of the whole installation, for Prometheus. Names of tenants are not among them. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'hikyaku_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [this.registry],
  });
  private readonly jobs = this.gauge('queue_jobs', 'Jobs by queue and state', 'queue', 'state');
  private readonly oldest = this.gauge(
    'queue_oldest_seconds',
    'Age of the oldest waiting job',
    'queue',
  );
  private readonly outboxDue = this.gauge('outbox_due', 'Work that has not reached a queue');
  private readonly outboxOldest = this.gauge('outbox_oldest_seconds', 'Age of the oldest of it');
  private readonly campaigns = this.gauge('campaigns', 'Campaigns by state', 'status');
  private readonly tenants = this.gauge('tenants', 'Tenants');

  constructor(
    private readonly desk: QueueDesk,
    private readonly database: Database,
  ) {
    collectDefaultMetrics({ register: this.registry, prefix: 'hikyaku_' });
  }

  /** @param route with its placeholders, never with ids */
  note(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status } = request;
    this.requests.observe({ method, route, status: String(status) }, request.seconds);
  }

  /** The text format of Prometheus. */
  async show(): Promise<{ type: string; text: string }> {
    await Promise.all([this.readQueues(), this.readDatabase()]);
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private async readQueues(): Promise<void> {
    for (const { name, oldestSeconds, ...states } of await this.desk.figures()) {
      for (const [state, count] of Object.entries(states))
        this.jobs.set({ queue: name, state }, count);
      this.oldest.set({ queue: name }, oldestSeconds ?? 0);
    }
  }

  private async readDatabase(): Promise<void> {
    const { due, oldestSeconds } = await this.desk.outbox();
    this.outboxDue.set(due);
    this.outboxOldest.set(oldestSeconds ?? 0);
    const rows = await this.database.asSystem((tx) =>
      tx.query<{ status: string; count: number }>(
        `SELECT status, count(*)::int AS count FROM campaigns GROUP BY status
         UNION ALL SELECT 'all', count(*)::int FROM tenants`,
      ),
    );
    this.campaigns.reset();
    for (const { status, count } of rows)
      if (status === 'all') this.tenants.set(count);
      else this.campaigns.set({ status }, count);
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name: `hikyaku_${name}`, help, labelNames, registers: [this.registry] });
  }
}

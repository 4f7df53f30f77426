import { TellOperators } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { DeadlineAlarm, Texts } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { breachAlarms } from '../domain/breach-alarms.js';
import type { BreachDuty } from '../domain/breach-alarms.js';
import { kindTexts } from '../domain/kind-texts.js';
import type { DataRequest } from '../domain/request.js';
import { AlarmsStore } from '../store/alarms.store.js';
import { BreachesStore } from '../store/breaches.store.js';
import { deadlinesNear } from '../templates/deadlines-near.js';

interface Item {
  readonly what: Texts;
  readonly dueAt: Date;
  readonly alarm: DeadlineAlarm;
}

const requestNoticeMs = 4 * 86_400_000;

const dutyTexts: Readonly<Record<BreachDuty, Texts>> = {
  'first-report': { ja: '漏えい等の速報', en: 'first report of a breach' },
  'full-report': { ja: '漏えい等の確報', en: 'full report of a breach' },
  'tell-tenants': { ja: '漏えい等の委託元への通知', en: 'telling tenants of a breach' },
};

/** Writes to the privacy desk when a deadline of the law is near, and once more when it is past. @clause §2.5, §4.4 */
@Injectable()
export class WarnOfDeadlines {
  constructor(
    private readonly database: Database,
    private readonly alarms: AlarmsStore,
    private readonly breaches: BreachesStore,
    private readonly tell: TellOperators,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const breaches = await this.ofBreaches(tx, now);
      const items = [...breaches, ...(await this.ofRequests(tx, now))];
      if (items.length === 0) return;
      const page = items.length === breaches.length ? 'breaches' : 'privacy-requests';
      const link = `${this.config.publicUrl}/console/operator/${page}`;
      await this.tell.within(tx, 'inquiries.write', deadlinesNear, { items, link });
    });
  }

  private async ofRequests(tx: Tx, now: Date): Promise<Item[]> {
    const soon = new Date(now.getTime() + requestNoticeMs);
    const taken = await this.alarms.takeRequests(tx, now, soon);
    return taken.map(({ kind, dueAt, alarm }) => {
      const { ja, en } = kindTexts[kind as DataRequest['kind']];
      return { what: { ja: `${ja}の請求`, en: `request: ${en}` }, dueAt, alarm };
    });
  }

  private async ofBreaches(tx: Tx, now: Date): Promise<Item[]> {
    const items: Item[] = [];
    for (const breach of await this.breaches.list(tx))
      for (const { duty, dueAt, alarm } of breachAlarms(breach, now))
        if (await this.alarms.noteBreach(tx, breach.id, `${duty}:${alarm}`))
          items.push({ what: dutyTexts[duty], dueAt, alarm });
    return items;
  }
}

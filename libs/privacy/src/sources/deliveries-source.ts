import { PersonReports } from '#lib/bounces';
import { PersonDeliveries } from '#lib/delivery';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** What a reader was sent, how it arrived, and what mail systems said about it. */
@Injectable()
export class DeliveriesSource implements PersonalDataSource {
  readonly tables = ['deliveries', 'bounce_reports'];

  constructor(
    private readonly deliveries: PersonDeliveries,
    private readonly reports: PersonReports,
  ) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'subscriber') return [];
    const { tenantId, subscriberId } = subject;
    return [
      {
        title: { ja: '配信の記録', en: 'Mails sent to you' },
        tables: ['deliveries'],
        records: await this.deliveries.of(tx, tenantId, subscriberId),
      },
      {
        title: { ja: '不達・苦情の報告', en: 'Reports of mail systems' },
        tables: ['deliveries', 'bounce_reports'],
        records: await this.reports.of(tx, tenantId, subscriberId),
      },
    ];
  }
}

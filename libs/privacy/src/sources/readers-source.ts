import { PersonFile } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** What is held on a reader: address, fields, subscriptions, and how they consented. */
@Injectable()
export class ReadersSource implements PersonalDataSource {
  readonly tables = ['subscribers', 'consent_records'];

  constructor(private readonly files: PersonFile) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'subscriber') return [];
    const file = await this.files.within(tx, subject.tenantId, subject.subscriberId);
    if (!file) return [];
    const { address, fields, subscriptions, consents } = file;
    return [
      {
        title: { ja: '登録情報', en: 'Your registration' },
        tables: ['subscribers'],
        records: [{ address, ...fields }],
      },
      {
        title: { ja: '購読', en: 'Subscriptions' },
        tables: ['subscribers'],
        records: subscriptions,
      },
      {
        title: { ja: '同意の記録', en: 'Records of consent' },
        tables: ['consent_records'],
        records: consents,
      },
    ];
  }
}

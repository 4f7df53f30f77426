import { PersonNotices } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** What the platform wrote to a contact. */
@Injectable()
export class NoticesSource implements PersonalDataSource {
  readonly tables = ['notices'];

  constructor(private readonly notices: PersonNotices) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact') return [];
    return [
      {
        title: { ja: '当社からのお知らせ', en: 'Notices sent to you' },
        tables: this.tables,
        records: await this.notices.of(tx, subject.address),
      },
    ];
  }
}

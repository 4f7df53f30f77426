import { PersonInquiries } from '#lib/support';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** What a contact asked us, what was answered, and the calls about it. */
@Injectable()
export class InquiriesSource implements PersonalDataSource {
  readonly tables = ['inquiries', 'calls'];

  constructor(private readonly inquiries: PersonInquiries) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact') return [];
    return [
      {
        title: { ja: 'お問い合わせと通話', en: 'Inquiries and calls' },
        tables: this.tables,
        records: await this.inquiries.of(tx, subject.address),
      },
    ];
  }
}

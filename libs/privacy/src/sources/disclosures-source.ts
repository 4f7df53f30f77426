import { Members } from '#lib/accounts';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { disclosureBases } from '../domain/disclosure.js';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';
import { DisclosuresStore } from '../store/disclosures.store.js';

/** To whom data of the tenant was given, for its members. @clause 個人情報保護法33条5項 */
@Injectable()
export class DisclosuresSource implements PersonalDataSource {
  readonly tables = ['disclosures'];

  constructor(
    private readonly disclosures: DisclosuresStore,
    private readonly members: Members,
  ) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact' || !subject.tenantId) return [];
    const { tenantId, address } = subject;
    if (!(await this.members.byAddress(tx, tenantId, address))) return [];
    const found = await this.disclosures.ofTenant(tx, tenantId);
    return [
      {
        title: { ja: '第三者・委託先への提供の記録', en: 'Given to others' },
        tables: this.tables,
        records: found.map(({ at, recipient, basis, ground, what }) => ({
          at,
          recipient,
          basis: disclosureBases[basis].ja,
          ground,
          what,
        })),
      },
    ];
  }
}

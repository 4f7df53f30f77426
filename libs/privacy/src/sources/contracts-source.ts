import { PersonContracts } from '#lib/contracts';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** Application forms and contracts that name a contact, and what the contact wrote about them. */
@Injectable()
export class ContractsSource implements PersonalDataSource {
  readonly tables = ['applications', 'contracts', 'contract_mails'];

  constructor(private readonly contracts: PersonContracts) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact') return [];
    const { tenantId, address } = subject;
    return [
      {
        title: { ja: 'お申し込み', en: 'Applications' },
        tables: ['applications'],
        records: await this.contracts.applications(tx, address),
      },
      {
        title: { ja: 'ご契約の届出内容', en: 'Details of your contract' },
        tables: ['contracts'],
        records: tenantId ? await this.contracts.billedTo(tx, tenantId, address) : [],
      },
      {
        title: { ja: 'ご契約に関するメール', en: 'Mails about your contract' },
        tables: ['contract_mails'],
        records: await this.contracts.letters(tx, address),
      },
    ];
  }
}

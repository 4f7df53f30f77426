import { Members } from '#lib/accounts';
import { PersonPayments } from '#lib/billing';
import { PersonContracts } from '#lib/contracts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PersonalDataSource, Section, Subject } from '../personal-data-source.js';

/** Invoices, payments and accounts, for those who pay: owners, and whoever the contract names. */
@Injectable()
export class PaymentsSource implements PersonalDataSource {
  readonly tables = ['invoices', 'transfers', 'refunds', 'mandates'];

  constructor(
    private readonly payments: PersonPayments,
    private readonly contracts: PersonContracts,
    private readonly members: Members,
  ) {}

  async collect(tx: Tx, subject: Subject): Promise<Section[]> {
    if (subject.kind !== 'contact' || !subject.tenantId) return [];
    const { tenantId, address } = subject;
    if (!(await this.pays(tx, tenantId, address))) return [];
    return [
      {
        title: { ja: '請求書', en: 'Invoices' },
        tables: ['invoices'],
        records: await this.payments.invoices(tx, tenantId),
      },
      {
        title: { ja: 'ご入金・返金', en: 'Payments and refunds' },
        tables: ['transfers', 'refunds'],
        records: await this.payments.payments(tx, tenantId),
      },
      {
        title: { ja: '口座振替のお申し込み', en: 'Direct debit' },
        tables: ['mandates'],
        records: await this.payments.mandates(tx, tenantId),
      },
    ];
  }

  private async pays(tx: Tx, tenantId: TenantId, address: string): Promise<boolean> {
    if ((await this.contracts.billedTo(tx, tenantId, address)).length > 0) return true;
    return (await this.members.byAddress(tx, tenantId, address))?.role === 'owner';
  }
}

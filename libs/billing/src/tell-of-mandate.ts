import { Tenants } from '#lib/accounts';
import { ContractBook } from '#lib/contracts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { mandateNewsV1 } from './notices/mandate-news.v1.js';
import type { MandateNews } from './notices/mandate-news.v1.js';
import { BillingSettingsStore } from './store/billing-settings.store.js';
import { TellPayer } from './tell-payer.js';

/** Tells a tenant what has become of its mandate. @clause W6.1, W22.1 */
@Injectable()
export class TellOfMandate {
  constructor(
    private readonly tenants: Tenants,
    private readonly contracts: ContractBook,
    private readonly settings: BillingSettingsStore,
    private readonly tellPayer: TellPayer,
  ) {}

  /** In the system's transaction. */
  async within(tx: Tx, tenantId: TenantId, news: MandateNews): Promise<void> {
    const contract = await this.contracts.of(tx, tenantId);
    const payer = contract?.billTo ?? (await this.tenants.get(tx, tenantId));
    const issuer = (await this.settings.latest(tx))?.issuer;
    await this.tellPayer.within(tx, tenantId, mandateNewsV1, () => ({ payer, issuer, news }));
  }
}

import { Tenants } from '#lib/accounts';
import type { Locale, TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractsStore } from '../store/contracts.store.js';

/** Tells a tenant something about its contract, at the address it declared: by mail, or by letter where it named none. @clause W22.1, W22.3 */
@Injectable()
export class TellTenant {
  constructor(
    private readonly tenants: Tenants,
    private readonly contracts: ContractsStore,
    private readonly postNotice: PostNotice,
  ) {}

  /**
   * Gives the id of the notice. A tenant without any address is told in its portal.
   * @param values the values of the template, for the tenant's language
   */
  async within<Values>(
    tx: Tx,
    tenantId: TenantId,
    template: NoticeTemplate<Values>,
    values: (locale: Locale) => Values,
  ): Promise<string> {
    const { locale } = await this.tenants.get(tx, tenantId);
    const contract = await this.contracts.latest(tx, tenantId);
    const words = { tenantId, locale, ...write(template, locale, values(locale)) };
    const { name = '', email = null, postalAddress = '' } = contract?.billTo ?? {};
    if (email !== null)
      return this.postNotice.within(tx, { ...words, to: { name, address: email } });
    return postalAddress === ''
      ? this.postNotice.within(tx, { ...words, channel: 'portal' })
      : this.postNotice.within(tx, { ...words, channel: 'letter', to: { name, postalAddress } });
  }
}

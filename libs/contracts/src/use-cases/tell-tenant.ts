import { Tenants } from '#lib/accounts';
import type { Locale, TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { Addressee, NoticeChannel, NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BillTo } from '../domain/contract.js';
import { nobody } from '../store/contract-columns.js';
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
    return this.postNotice.within(tx, { ...words, ...addressed(contract?.billTo ?? nobody) });
  }
}

/** By which way a tenant is told: letters where it named no mail address. @clause W4.1, W22.3 */
export const channelTo = ({ email, postalAddress }: BillTo): NoticeChannel => {
  if (email !== null) return 'mail';
  return postalAddress === '' ? 'portal' : 'letter';
};

/** The tenant as an addressee, by that way. */
export const addressed = (billTo: BillTo, channel = channelTo(billTo)): Addressee => {
  const { name, email, postalAddress } = billTo;
  if (channel === 'mail') return { channel, to: { name, address: email ?? '' } };
  return channel === 'letter' ? { channel, to: { name, postalAddress } } : { channel };
};

import { Tenants } from '#lib/accounts';
import { ContractBook } from '#lib/contracts';
import type { Locale, TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { NoticeDocument, NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Which way is tried first; the other one where the tenant named no address for it. */
type Way = 'mail-first' | 'letter-first';

/** Tells a tenant something about money, where its invoices go; in its portal where nothing else is left. @clause W22.1, W22.3 */
@Injectable()
export class TellPayer {
  constructor(
    private readonly tenants: Tenants,
    private readonly contracts: ContractBook,
    private readonly post: PostNotice,
  ) {}

  /** Gives the id of the notice. The document goes with a mail, and is what is printed of a letter. */
  async within<Values>(
    tx: Tx,
    tenantId: TenantId,
    template: NoticeTemplate<Values>,
    values: (locale: Locale) => Values,
    way: Way = 'mail-first',
    document?: NoticeDocument,
  ): Promise<string> {
    const { locale } = await this.tenants.get(tx, tenantId);
    const words = {
      tenantId,
      locale,
      ...write(template, locale, values(locale)),
      ...(document && { document }),
    };
    const contract = await this.contracts.of(tx, tenantId);
    const { name = '', email = null, postalAddress = '' } = contract?.billTo ?? {};
    const byMail = email !== null && (way === 'mail-first' || postalAddress === '');
    if (byMail) return this.post.within(tx, { ...words, to: { name, address: email } });
    return postalAddress === ''
      ? this.post.within(tx, { ...words, channel: 'portal' })
      : this.post.within(tx, { ...words, channel: 'letter', to: { name, postalAddress } });
  }
}

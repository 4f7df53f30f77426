import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { Tenants } from '../tenants.js';

/** Mails members what concerns them and not the whole tenant: no inbox shows it, and its text goes when it is out. */
@Injectable()
export class TellMembers {
  constructor(
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
  ) {}

  /** @param template a template of notices, worded in the tenant's language */
  async within<Values>(
    tx: Tx,
    tenantId: TenantId,
    to: readonly Mailbox[],
    template: NoticeTemplate<Values>,
    values: Values,
  ): Promise<void> {
    const { locale } = await this.tenants.get(tx, tenantId);
    const words = write(template, locale, values);
    for (const mailbox of to)
      await this.postNotice.within(tx, { tenantId, to: mailbox, locale, secret: true, ...words });
  }
}

import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Members } from '../members.js';
import { Tenants } from '../tenants.js';
import { TellMembers } from './tell-members.js';

/** Lets a tenant know: once in its inbox, and by mail to each of its owners. */
@Injectable()
export class TellOwners {
  constructor(
    private readonly tenants: Tenants,
    private readonly members: Members,
    private readonly notices: PostNotice,
    private readonly tellMembers: TellMembers,
  ) {}

  /** @param template a template of notices, worded in the tenant's language */
  async within<Values>(
    tx: Tx,
    tenantId: TenantId,
    template: NoticeTemplate<Values>,
    values: Values,
  ): Promise<void> {
    const { locale } = await this.tenants.get(tx, tenantId);
    const words = write(template, locale, values);
    await this.notices.within(tx, { tenantId, locale, channel: 'portal', ...words });
    const owners = await this.members.owners(tx, tenantId);
    await this.tellMembers.within(tx, tenantId, owners, template, values);
  }
}

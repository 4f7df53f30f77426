import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

/** A member adds to what was asked; an inquiry that was closed is open again. */
@Injectable()
export class AskFurther {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError support.no-inquiry */
  async execute(
    { tenantId, memberId }: { readonly tenantId: TenantId; readonly memberId: string },
    id: string,
    text: string,
  ): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.inquiries.ofTenant(tx, tenantId, id))) throw supportErrors.noInquiry();
      const at = this.clock.now().toISOString();
      await this.inquiries.addToThread(tx, id, { at, by: 'member', byId: memberId, text });
    });
  }
}

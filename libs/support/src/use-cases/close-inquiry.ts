import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

/** Puts an inquiry among those that are dealt with. Again is harmless. */
@Injectable()
export class CloseInquiry {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError support.no-inquiry */
  async execute({ id, actor }: { id: string; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      if (!(await this.inquiries.get(tx, id))) throw supportErrors.noInquiry();
      const by = actorId(actor);
      if (by === null || !(await this.inquiries.close(tx, id, by, this.clock.now()))) return;
      const subject = { kind: 'inquiry', id };
      await this.audit.record(tx, { tenantId: null, actor, action: 'inquiry.closed', subject });
    });
  }
}

import { LeakFreeze } from '#lib/accounts';
import { MaySend } from '#lib/contracts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Whether mails of the tenant may leave: its contract is active, and no reported leak stops them. */
@Injectable()
export class SendingGate {
  constructor(
    private readonly maySend: MaySend,
    private readonly freeze: LeakFreeze,
  ) {}

  async isOpen(tx: Tx, tenantId: TenantId, at: Date): Promise<boolean> {
    return (
      (await this.maySend.check(tx, tenantId, at)) && !(await this.freeze.isFrozen(tx, tenantId))
    );
  }
}

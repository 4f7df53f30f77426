import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { OpenStartGate } from './use-cases/open-start-gate.js';

/** Told by billing when the initial invoice is settled in full. @clause W4.1 */
@Injectable()
export class InitialPayment {
  constructor(private readonly startGate: OpenStartGate) {}

  /** Confirms it once; a contract that is past the gate stays as it is. */
  async confirmed(tx: Tx, { tenantId, at }: { tenantId: TenantId; at: Date }): Promise<void> {
    await this.startGate.within(tx, tenantId, { initialPaidAt: at }, { kind: 'system' });
  }
}

import { BusinessError, asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { RequestMandate } from './request-mandate.js';

/** A tenant has notified another bank account: a mandate for it is asked for at once, as banks take weeks. @clause W6.1, W16 */
@Injectable()
export class RenewMandate {
  constructor(private readonly request: RequestMandate) {}

  async execute({ tenantId }: { tenantId: string }): Promise<void> {
    const wish = { tenantId: asTenantId(tenantId), actor: { kind: 'system' } } as const;
    await this.request.execute(wish).catch(unlessPending);
  }
}

/** Whatever form is under way will name the new account. */
const unlessPending = (error: unknown): void => {
  if (!(error instanceof BusinessError && error.code === 'payments.mandate-pending')) throw error;
};

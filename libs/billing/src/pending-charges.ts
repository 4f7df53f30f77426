import { Clock, jstMonth, newId } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { LineKind } from './domain/invoice/invoice-line.js';
import type { TaxCategory } from './domain/tax/tax-rates.js';
import { PendingChargesStore } from './store/pending-charges.store.js';

interface Charge {
  readonly tenantId: TenantId;
  readonly kind: LineKind;
  /** Above zero, without tax. */
  readonly amountYen: Yen;
  readonly taxCategory: TaxCategory;
  /** What the invoice adds to the name of the kind; null for nothing. */
  readonly text: string | null;
  /** Why it is due: ids and dates, for the file. */
  readonly basis: Readonly<Record<string, string | number>>;
}

/** One-off charges: each becomes a line of the tenant's next invoice. @clause W12A */
@Injectable()
export class PendingCharges {
  constructor(
    private readonly charges: PendingChargesStore,
    private readonly clock: Clock,
  ) {}

  /** Gives the charge's id. The month of supply is the present one. */
  async add(tx: Tx, { tenantId, amountYen, ...charge }: Charge): Promise<string> {
    const at = this.clock.now();
    const id = newId(at);
    await this.charges.insert(tx, tenantId, {
      ...charge,
      id,
      month: jstMonth(at),
      amount: amountYen,
      addedAt: at,
    });
    return id;
  }
}

import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database, isDuplicate } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { isOrdered } from '../domain/dunning/dunning.js';
import { readRegistrationNumber } from '../domain/tax/registration-number.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import type { BillingSettings } from '../store/billing-settings.store.js';

type NewSettings = BillingSettings & {
  readonly actor: Actor;
  /** The version that was read, 0 for none. */
  readonly version: number;
};

/** Who issues the invoices. Each version is kept; invoices keep the one they were issued by. @clause W22.2 */
@Injectable()
export class SetBillingSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: BillingSettingsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError billing.registration-format, billing.registration-check-digit, billing.dunning-order,
   *   billing.settings-changed
   */
  async execute({ issuer, debitSchedule, dunning, actor, version }: NewSettings): Promise<void> {
    const read = readRegistrationNumber(issuer.registrationNumber, 'own-corporation');
    const field = 'issuer.registrationNumber';
    if ('problem' in read)
      throw read.problem === 'format'
        ? billingErrors.registrationFormat({ field })
        : billingErrors.registrationCheckDigit({ field });
    if (dunning && !isOrdered(dunning)) throw billingErrors.dunningOrder({ field: 'dunning' });
    const own = { ...issuer, registrationNumber: read.number };
    const next = version + 1;
    await this.database
      .asSystem(async (tx) => {
        const latest = await this.settings.written(tx);
        if ((latest?.version ?? 0) !== version) throw billingErrors.settingsChanged();
        const policy = dunning ?? latest?.dunning;
        const content = { issuer: own, debitSchedule, ...(policy && { dunning: policy }) };
        await this.settings.insert(tx, next, content, this.clock.now(), actorId(actor));
        const subject = { kind: 'billing-settings', id: String(next) };
        await this.audit.record(tx, {
          tenantId: null,
          actor,
          action: 'billing-settings.set',
          subject,
        });
      })
      .catch((error: unknown) => {
        throw isDuplicate(error) ? billingErrors.settingsChanged() : error;
      });
  }
}

import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { billedAheadOn } from '../domain/calendar/debit-schedule.js';
import { publicationRefusal } from '../domain/prices/price-table.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { PriceTablesStore } from '../store/price-tables.store.js';

/** Makes a draft the prices from its month on, as the second person. It can neither be changed nor taken back. @clause W3.2, W4.6 */
@Injectable()
export class PublishPrices {
  constructor(
    private readonly database: Database,
    private readonly tables: PriceTablesStore,
    private readonly settings: BillingSettingsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The first table of all may begin at once: there is nothing yet that it could price anew.
   * @throws BusinessError billing.prices-not-found, billing.prices-published, billing.same-person,
   *   billing.prices-month-taken, billing.prices-too-late
   */
  async execute({ version, actor }: { version: number; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.tables.lock(tx);
      const all = await this.tables.all(tx);
      const draft = all.find((table) => table.version === version);
      if (!draft) throw billingErrors.pricesNotFound();
      if (draft.publishedAt) throw billingErrors.pricesPublished();
      if (draft.draftedBy !== null && draft.draftedBy === actorId(actor))
        throw billingErrors.samePerson();
      const published = all.filter(({ publishedAt }) => publishedAt);
      const at = this.clock.now();
      const settings = await this.settings.latest(tx);
      const billedOn = billedAheadOn(draft.effectiveFrom, settings?.debitSchedule);
      const refusal =
        published.length > 0 && publicationRefusal(draft.effectiveFrom, published, billedOn, at);
      if (refusal === 'month-taken') throw billingErrors.pricesMonthTaken();
      if (refusal === 'too-late') throw billingErrors.pricesTooLate();
      await this.tables.publish(tx, version, at, actorId(actor));
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'prices.published',
        subject: { kind: 'price-table', id: String(version) },
        details: { effectiveFrom: draft.effectiveFrom.toString() },
      });
    });
  }
}

import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { Ledger } from '../store/ledger.js';
import type { DayOfChanges } from '../store/ledger.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import type { NewsletterRow } from '../store/newsletter.row.js';

export interface NewsletterStats {
  readonly active: number;
  readonly pending: number;
  readonly days: readonly DayOfChanges[];
}

/** What a tenant's members see of their newsletters: never who reads them. @clause W17.4 */
@Injectable()
export class ReadNewsletters {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly ledger: Ledger,
  ) {}

  /** One more than `limit`. */
  page(
    tenantId: TenantId,
    limit: number,
    after: Position | undefined,
  ): Promise<readonly NewsletterRow[]> {
    return this.database.inTenant(tenantId, (tx) =>
      this.newsletters.page(tx, tenantId, limit, after),
    );
  }

  /** @throws BusinessError subscribers.no-newsletter */
  one(tenantId: TenantId, newsletterId: string): Promise<NewsletterRow> {
    return this.database.inTenant(tenantId, async (tx) => {
      const row = await this.newsletters.get(tx, tenantId, newsletterId);
      if (!row) throw subscriberErrors.noNewsletter();
      return row;
    });
  }

  /** @param from included @param until not included @throws BusinessError subscribers.no-newsletter */
  async stats(
    tenantId: TenantId,
    newsletterId: string,
    from: Date,
    until: Date,
  ): Promise<NewsletterStats> {
    await this.one(tenantId, newsletterId);
    return this.database.inTenant(tenantId, async (tx) => ({
      ...(await this.ledger.now(tx, tenantId, newsletterId)),
      days: await this.ledger.days(tx, tenantId, newsletterId, from, until),
    }));
  }
}

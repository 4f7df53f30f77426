import { IsServing } from '#lib/contracts';
import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { askEverySeconds, askedAtOnce } from '../domain/migration-list.js';
import { askListJob } from '../jobs/ask-list.job.js';
import { confirmationMail } from '../jobs/mail-jobs.js';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { MigrationListStore } from '../store/migration-list-store.js';
import type { MigrationList, WaitingRow } from '../store/migration-list-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { RequestOptIn } from './request-opt-in.js';

/**
 * Asks the next persons of a list, each exactly once by one mail. Who reads the newsletter already, was asked, left or
 * was removed is not written to, and nothing tells the tenant which of these it was.
 * @clause D-13, W17.4
 */
@Injectable()
export class AskList {
  constructor(
    private readonly database: Database,
    private readonly serving: IsServing,
    private readonly lists: MigrationListStore,
    private readonly newsletters: NewsletterStore,
    private readonly addresses: Addresses,
    private readonly evidence: EvidenceStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly request: RequestOptIn,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(data: { tenantId: string; listId: string; after: number }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    await this.database.inTenant(tenantId, async (tx) => {
      const list = await this.lists.lock(tx, tenantId, data.listId);
      if (list?.status !== 'asking' || list.asked !== data.after) return;
      const now = this.clock.now();
      const again = new Date(now.getTime() + askEverySeconds * 1000);
      if (!(await this.serving.check(tx, tenantId, now))) {
        const key = `${list.id}-${list.asked}-${now.getTime()}`;
        await this.outbox.add(tx, askListJob, data, { at: again, key });
        return;
      }
      const rows = await this.lists.next(tx, tenantId, list.id, askedAtOnce);
      const asked: { rowNo: number; requestId: string | null }[] = [];
      for (const row of rows)
        asked.push({ rowNo: row.rowNo, requestId: await this.ask(tx, tenantId, list, row) });
      await this.lists.noteAsked(tx, tenantId, list.id, asked);
      if (rows.length < askedAtOnce) await this.lists.end(tx, tenantId, list.id, 'done', now);
      else {
        const next = { ...data, after: list.asked + rows.length };
        await this.outbox.add(tx, askListJob, next, { at: again });
      }
    });
  }

  private async ask(
    tx: Tx,
    tenantId: TenantId,
    { newsletterId }: MigrationList,
    row: WaitingRow,
  ): Promise<string | null> {
    const { address } = row;
    const key = this.addresses.suppressionKey(tenantId, address);
    if (await this.evidence.isSuppressed(tx, tenantId, key)) return null;
    const known = await this.addresses.find(tx, tenantId, address);
    if (known && (await this.subscriptions.live(tx, tenantId, newsletterId, known))) return null;
    const newsletter = await this.newsletters.get(tx, tenantId, newsletterId);
    if (!newsletter?.publishedForm) return null;
    const outcome = await this.request.within(tx, {
      tenantId,
      newsletterId,
      formNumber: newsletter.publishedForm,
      channel: 'migration-list',
      address,
      fields: row.fields,
      ip: null,
      userAgent: null,
    });
    if (outcome.kind !== 'confirm') return null;
    const { requestId, nth } = outcome;
    await this.outbox.add(tx, confirmationMail, { tenantId, requestId, nth });
    return requestId;
  }
}

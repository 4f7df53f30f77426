import { LastMails } from '#lib/delivery';
import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { ConsentEscrow } from '#lib/subscribers';
import type { ConsentToSettle, SettledConsent } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { consentKeptUntil } from '../domain/consent-term.js';
import { ConsentTermsStore } from '../store/consent-terms.store.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';

const batch = 500;

/** Works out how long each proof of consent is kept, from the last mail on; keeps what outlives a contract. @clause §3.7 E */
@Injectable()
export class SettleConsents {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentEscrow,
    private readonly mails: LastMails,
    private readonly terms: ConsentTermsStore,
    private readonly log: ErasureLogStore,
  ) {}

  /** Of people who read no more. */
  async departed(): Promise<void> {
    for (let count = batch; count === batch;)
      count = await this.database.asSystem(async (tx) => {
        const found = await this.consents.departed(tx, batch);
        for (const [tenantId, theirs] of byTenant(found))
          await this.consents.settle(tx, tenantId, await this.settled(tx, tenantId, theirs));
        return found.length;
      });
  }

  /** Takes all proofs of a tenant out of its data: into escrow, or away where their time is over by `day`. */
  async escrow(tenantId: TenantId, day: PlainDate): Promise<void> {
    for (let count = batch; count === batch;)
      count = await this.database.asSystem(async (tx) => {
        const found = await this.consents.left(tx, tenantId, batch);
        const settled = await this.settled(tx, tenantId, found);
        const isOver = ({ keepUntil }: SettledConsent): boolean =>
          PlainDate.compare(keepUntil, day) < 0;
        const over = settled.filter(isOver).map(({ id }) => id);
        const kept = settled.filter((one) => !isOver(one));
        await this.consents.drop(tx, tenantId, over);
        await this.consents.escrow(tx, tenantId, kept);
        const counted = { day, tenantId, class: 'E', rule: 'consent_records' } as const;
        await this.log.count(tx, { ...counted, count: over.length });
        return found.length;
      });
  }

  private async settled(
    tx: Tx,
    tenantId: TenantId,
    found: readonly ConsentToSettle[],
  ): Promise<SettledConsent[]> {
    const term = await this.terms.of(tx, tenantId);
    const people = found.flatMap(({ subscriberId }) => (subscriberId ? [subscriberId] : []));
    const last = await this.mails.of(tx, tenantId, people);
    return found.map(({ id, subscriberId, at }) => ({
      id,
      keepUntil: consentKeptUntil((subscriberId && last.get(subscriberId)) || at, term),
    }));
  }
}

const byTenant = (found: readonly ConsentToSettle[]): Map<TenantId, ConsentToSettle[]> => {
  const groups = new Map<TenantId, ConsentToSettle[]>();
  for (const consent of found)
    groups.set(consent.tenantId, [...(groups.get(consent.tenantId) ?? []), consent]);
  return groups;
};

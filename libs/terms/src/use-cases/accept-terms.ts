import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TermsDocument } from '../domain/terms-document.js';
import { AcceptancesStore } from '../store/acceptances.store.js';
import type { Acceptance } from '../store/acceptances.store.js';
import { termsErrors } from '../terms.errors.js';
import { ReadTerms } from './read-terms.js';

interface Who {
  readonly tenantId: TenantId;
  readonly memberId: string;
}

export interface AcceptedTerms extends Acceptance {
  readonly document: TermsDocument;
}

/** Keeps who accepted which version, by saying so or by going on using the service. @clause W3.3, P4-10 */
@Injectable()
export class AcceptTerms {
  constructor(
    private readonly database: Database,
    private readonly terms: ReadTerms,
    private readonly acceptances: AcceptancesStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts the version that binds, or one to come.
   * @throws BusinessError terms.no-document, terms.no-version, terms.not-public
   */
  async explicitly(who: Who, slug: string, number: number): Promise<void> {
    const { inForce, upcoming } = await this.terms.one(slug);
    const version = [inForce, upcoming].find((v) => v?.number === number);
    if (!version) throw termsErrors.notPublic();
    await this.record(who, { ...version, how: 'explicit' });
  }

  /** The member used the service: all that binds now counts as accepted. */
  async byUse(who: Who): Promise<void> {
    for (const { inForce } of await this.terms.all())
      if (inForce) await this.record(who, { ...inForce, how: 'deemed' });
  }

  /** In order of time. */
  async of(tenantId: TenantId): Promise<AcceptedTerms[]> {
    const documents = new Map((await this.terms.all()).map((d) => [d.document.id, d.document]));
    const all = await this.database.inTenant(tenantId, (tx) => this.acceptances.of(tx, tenantId));
    return all.flatMap((acceptance) => {
      const document = documents.get(acceptance.documentId);
      return document ? [{ ...acceptance, document }] : [];
    });
  }

  private async record(
    { tenantId, memberId }: Who,
    { documentId, number, how, hash }: Omit<Acceptance, 'memberId' | 'at'>,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.inTenant(tenantId, (tx) =>
      this.acceptances.add(tx, tenantId, { documentId, number, memberId, how, at, hash }),
    );
  }
}

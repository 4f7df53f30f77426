import { Members, Tenants } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TermsDocument } from '../domain/terms-document.js';
import { isPublished } from '../domain/version-record.js';
import type { PublishedVersion } from '../domain/version-record.js';
import { AcceptancesStore } from '../store/acceptances.store.js';
import { termsRevised } from '../templates/terms-revised.js';
import { ReadTerms } from './read-terms.js';

/** Tells a tenant of a version: each owner by mail, everybody in its inbox. The first version surprises nobody. */
@Injectable()
export class AnnounceToTenant {
  constructor(
    private readonly database: Database,
    private readonly terms: ReadTerms,
    private readonly tenants: Tenants,
    private readonly members: Members,
    private readonly acceptances: AcceptancesStore,
    private readonly notices: PostNotice,
    private readonly config: Config,
  ) {}

  async execute(data: { tenantId: string; documentId: string; number: number }): Promise<void> {
    if (data.number === 1) return;
    const all = await this.terms.all();
    const found = all.find(({ document }) => document.id === data.documentId);
    const version = found?.versions.filter(isPublished).find((v) => v.number === data.number);
    if (found && version) await this.tell(asTenantId(data.tenantId), found.document, version);
  }

  private async tell(
    tenantId: TenantId,
    { slug, title }: TermsDocument,
    version: PublishedVersion,
  ): Promise<void> {
    const page = `${this.config.publicUrl}/terms/${slug}/versions/${version.number}`;
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.acceptances.noteAnnounced(tx, tenantId, version))) return;
      const { locale } = await this.tenants.get(tx, tenantId);
      const notice = write(termsRevised, locale, {
        title: title[locale],
        number: version.number,
        summary: version.summary,
        inForceFrom: version.inForceFrom,
        page,
      });
      await this.notices.within(tx, { tenantId, locale, channel: 'portal', ...notice });
      for (const to of await this.members.owners(tx, tenantId))
        // the inbox shows the one above; a copy for each owner would only repeat it
        await this.notices.within(tx, { tenantId, locale, to, secret: true, ...notice });
    });
  }
}

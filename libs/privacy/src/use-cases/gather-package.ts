import { asTenantId, Clock } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { kindTexts } from '../domain/kind-texts.js';
import { isDisclosure } from '../domain/request.js';
import type { DataRequest } from '../domain/request.js';
import { treatmentOf } from '../domain/register/treatment.js';
import type { Treatment } from '../domain/register/treatment.js';
import { PersonalDataSources } from '../personal-data-source.js';
import type { Section, Subject } from '../personal-data-source.js';
import { privacyErrors } from '../privacy.errors.js';
import { RequestsStore } from '../store/requests.store.js';
import { LogDisclosures } from './log-disclosures.js';
import { RequestTokens } from './request-tokens.js';

/** What somebody gets who asked for disclosure. */
export interface DisclosurePackage {
  readonly requestId: string;
  readonly locale: Locale;
  readonly kind: DataRequest['kind'];
  readonly madeAt: Date;
  readonly sections: readonly (Section & { readonly treatments: readonly Treatment[] })[];
}

/**
 * Gathers what is held on one person from every source, at the moment it is fetched: nothing of it is kept twice.
 * @clause P2 開示, 個人情報保護法33条
 */
@Injectable()
export class GatherPackage {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly tokens: RequestTokens,
    private readonly clock: Clock,
    private readonly sources: PersonalDataSources,
    private readonly log: LogDisclosures,
  ) {}

  /** For the person, by the link of the answer; undefined when it opens nothing. */
  byLink(token: string): Promise<DisclosurePackage | undefined> {
    return this.database.asSystem(async (tx) => {
      const request = await this.tokens.open(tx, token, 'answer');
      return request && this.give(tx, request);
    });
  }

  /**
   * For an operator who sends it by post, once it is granted or about to be.
   * @throws BusinessError privacy.no-request, privacy.not-now
   */
  async forPost(id: string): Promise<DisclosurePackage> {
    return this.database.asSystem(async (tx) => {
      const request = await this.requests.get(tx, id);
      if (!request) throw privacyErrors.noRequest();
      const { state, kind, format } = request;
      const granted = ['in_review', 'fulfilled', 'partially_fulfilled'].includes(state);
      if (!granted || !isDisclosure(kind) || format !== 'paper') throw privacyErrors.notNow();
      return this.give(tx, request);
    });
  }

  private async give(tx: Tx, request: DataRequest): Promise<DisclosurePackage> {
    const found = await this.gather(tx, request);
    const classes = found.sections.flatMap(({ treatments }) => treatments.map((t) => t.class));
    await this.log.note(tx, {
      recipient: request.subject === 'subscriber' ? '本人（読者）' : '本人（ご担当者）',
      recipientKind: 'person',
      basis: 'LAW',
      ground: '個人情報保護法32条・33条',
      classes: [...new Set(classes)],
      what: kindTexts[request.kind].ja,
      persons: 1,
      tenantIds: request.tenantId === null ? [] : [request.tenantId],
      source: `request:${request.id}`,
    });
    return found;
  }

  private async gather(tx: Tx, request: DataRequest): Promise<DisclosurePackage> {
    const subject = subjectOf(request);
    const found: Section[] = [];
    for (const source of this.sources.all) found.push(...(await source.collect(tx, subject)));
    const sections = found.map((section) => {
      const treatments = treatmentOf(section.tables);
      const records = request.kind === 'PURPOSE_NOTICE' ? [] : section.records;
      return { ...section, records, treatments };
    });
    const { id: requestId, locale, kind } = request;
    return { requestId, locale, kind, madeAt: this.clock.now(), sections };
  }
}

const subjectOf = ({ tenantId, subscriberId, replyAddress }: DataRequest): Subject =>
  subscriberId !== null && tenantId !== null
    ? { kind: 'subscriber', tenantId: asTenantId(tenantId), subscriberId }
    : {
        kind: 'contact',
        tenantId: tenantId === null ? null : asTenantId(tenantId),
        address: replyAddress ?? '',
      };

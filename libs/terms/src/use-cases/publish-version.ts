import type { Actor } from '#lib/accounts';
import { BindingTerms } from '#lib/contracts';
import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { fullTextOf } from '../domain/full-text.js';
import { adverseLeadDays, publication } from '../domain/terms-version.js';
import type { PublicationRefusal } from '../domain/terms-version.js';
import type { VersionRecord } from '../domain/version-record.js';
import { hashOf } from '../hash-of.js';
import { DocumentsStore } from '../store/documents.store.js';
import { VersionsStore } from '../store/versions.store.js';
import { termsErrors } from '../terms.errors.js';
import { termsPublished } from '../terms.facts.js';
import { MoveVersion } from './move-version.js';
import type { VersionName } from './move-version.js';

const field = 'effectiveOn';
const refusals: Record<PublicationRefusal, () => Error> = {
  'in-the-past': () => termsErrors.inThePast({ field }),
  'too-soon': () => termsErrors.tooSoon({ field, params: { days: adverseLeadDays } }),
  'not-after-the-last': () => termsErrors.notAfterTheLast({ field }),
};

/** Makes an approved version public: from now on its text stands for ever. @clause W3.3, D1 付則 */
@Injectable()
export class PublishVersion {
  constructor(
    private readonly move: MoveVersion,
    private readonly documents: DocumentsStore,
    private readonly versions: VersionsStore,
    private readonly binding: BindingTerms,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError terms.wrong-state, terms.effect-in-the-past, terms.effect-too-soon, terms.effect-not-after-last */
  async execute(name: VersionName, effectiveOn: PlainDate, actor: Actor): Promise<void> {
    await this.move.execute({
      ...name,
      actor,
      action: 'terms.published',
      change: (version, tx) => this.publish(tx, name.slug, version, effectiveOn),
    });
  }

  private async publish(
    tx: Tx,
    slug: string,
    version: VersionRecord,
    effectiveOn: PlainDate,
  ): Promise<VersionRecord> {
    if (version.state !== 'approved') throw termsErrors.wrongState();
    const now = this.clock.now();
    const { documentId, number, impact } = version;
    const earlier = await this.versions.published(tx, documentId);
    const allowed = publication({ number, impact, effectiveOn }, earlier[0] ?? null, now);
    if ('refused' in allowed) throw refusals[allowed.refused]();
    const revision = { ...version, revisedOn: jstDate(now), effectiveOn };
    const { noun, kind } = await this.documents.bySlug(tx, slug);
    const whole = fullTextOf(revision, earlier, noun);
    const hash = hashOf(whole);
    const { inForceFrom } = allowed;
    if (kind === 'terms')
      await this.binding.published(tx, { documentId, number, hash, bindsFrom: inForceFrom });
    await this.outbox.tell(tx, termsPublished, {
      documentId,
      number,
      inForceFrom: inForceFrom.toISOString(),
    });
    return {
      ...revision,
      state: 'published',
      publishedAt: now,
      inForceFrom,
      fullText: whole,
      hash,
    };
  }
}

import { PreviewContent } from '#lib/delivery';
import type { ContentSample, Preview } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { SampleRecipients } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { badCondition, campaignErrors } from '../campaigns.errors.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { ComposeContent, sampleOf } from './compose-content.js';
import type { Composed } from './compose-content.js';

/** How many real readers a preview can be looked through with. */
export const previewReaders = 10;

/** The mail as one reader gets it: a made-up one, or one of the first real ones of the target. */
@Injectable()
export class PreviewCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly compose: ComposeContent,
    private readonly samples: SampleRecipients,
    private readonly preview: PreviewContent,
  ) {}

  /**
   * @param reader number of a real reader, from 0; a made-up one when absent
   * @throws BusinessError campaign.unknown-sample, and delivery's for templates that cannot be rendered
   */
  async execute(tenantId: TenantId, campaignId: string, reader?: number): Promise<Preview> {
    const composed = await this.database.inTenant(tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
      return this.compose.within(tx, tenantId, draft);
    });
    return this.preview.execute(composed.content, await this.sample(tenantId, composed, reader));
  }

  private async sample(
    tenantId: TenantId,
    composed: Composed,
    reader: number | undefined,
  ): Promise<ContentSample> {
    const madeUp = sampleOf(composed);
    if (reader === undefined) return madeUp;
    const [worst] = composed.problems;
    if (worst) throw badCondition(worst);
    const people = await this.samples.execute(tenantId, composed.target, previewReaders);
    const person = people[reader];
    if (!person) throw campaignErrors.unknownSample({ field: 'reader' });
    return { ...madeUp, fields: person.fields };
  }
}

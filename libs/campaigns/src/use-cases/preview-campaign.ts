import { PreviewContent } from '#lib/delivery';
import type { ContentSample } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { SampleRecipients } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { sampleFields } from '../domain/sample-fields.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { ComposeContent } from './compose-content.js';
import type { Composed } from './compose-content.js';

/** How many real readers a preview can be looked through with. */
export const previewReaders = 10;

export interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

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
    { target, fields, newsletters, content }: Composed,
    reader: number | undefined,
  ): Promise<ContentSample> {
    const newsletterTitle = newsletters[0]?.title ?? '';
    if (reader === undefined)
      return { fields: sampleFields(fields, content.locale), newsletterTitle };
    const person = (await this.samples.execute(tenantId, target, previewReaders))[reader];
    if (!person) throw campaignErrors.unknownSample({ field: 'reader' });
    return { fields: person.fields, newsletterTitle };
  }
}

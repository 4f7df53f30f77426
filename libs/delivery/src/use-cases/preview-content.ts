import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { bodySources } from '../compose/body-sources.js';
import { oneLine } from '../compose/headers.js';
import { cutTemplate, htmlLiquid, renderTemplate, textLiquid } from '../compose/liquid.js';
import { sampleLinks, sampleMerge } from '../compose/sample-merge.js';
import { deliveryErrors } from '../delivery.errors.js';
import type { ContentSample, MailingContent } from '../domain/mailing-content.js';

export interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** Shows a content as one reader will see it, without tracking. */
@Injectable()
export class PreviewContent {
  constructor(private readonly config: Config) {}

  /** The links that every preview shows, for checks of what stands where. */
  get links(): ReturnType<typeof sampleLinks> {
    return sampleLinks(this.config.publicUrl);
  }

  /** @throws BusinessError delivery.template-broken; `checkContent` says where */
  execute(content: MailingContent, sample: ContentSample): Preview {
    const sources = bodySources({ ...content, tracking: false });
    const merge = sampleMerge(sample, this.config.publicUrl);
    try {
      return {
        subject: oneLine(renderTemplate(cutTemplate(textLiquid, content.subject), merge)),
        text: renderTemplate(cutTemplate(textLiquid, sources.text), merge),
        html: sources.html && renderTemplate(cutTemplate(htmlLiquid, sources.html), merge),
      };
    } catch {
      throw deliveryErrors.templateBroken();
    }
  }
}

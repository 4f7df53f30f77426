import { Choice, Instant, NestedList, Uuid, Whole } from '#platform/http';
import { reasons } from '../domain/refusal/reason.js';
import type { CampaignBounces } from '../use-cases/read-campaign-bounces.js';

export class CampaignBouncesQuery {
  @Uuid()
  campaignId!: string;
}

class CampaignReasonView {
  @Choice(reasons)
  reason!: string;

  @Choice(['recipient', 'sender', 'path'], { about: 'Whose doing it is' })
  blame!: string;

  @Whole()
  mails!: number;
}

class BounceHourView {
  @Instant({ about: 'Beginning of the hour' })
  at!: string;

  @Whole({ about: 'Mails that did not arrive' })
  failed!: number;

  @Whole({ about: 'Mails that were reported as unwanted' })
  complained!: number;
}

export class CampaignBouncesView {
  @Whole({ about: 'Mails that did not arrive' })
  failed!: number;

  @Whole({ about: 'Mails that were reported late' })
  delayed!: number;

  @Whole({ about: 'Mails that were reported as unwanted' })
  complained!: number;

  @NestedList(() => CampaignReasonView, { about: 'Why mails did not arrive' })
  byReason!: CampaignReasonView[];

  @NestedList(() => BounceHourView, { max: 1000, about: 'Hours in which something came back' })
  hours!: BounceHourView[];
}

export const campaignBouncesView = (bounces: CampaignBounces): CampaignBouncesView => ({
  failed: bounces.failed,
  delayed: bounces.delayed,
  complained: bounces.complained,
  byReason: bounces.byReason.map(({ reason, blame, mails }) => ({ reason, blame, mails })),
  hours: bounces.hours.map((hour) => ({ ...hour, at: hour.at.toISOString() })),
});

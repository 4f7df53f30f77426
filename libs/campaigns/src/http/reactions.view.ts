import { Instant, NestedList, Text, Whole } from '#platform/http';
import type { CampaignReactions } from '../use-cases/read-reactions.js';

class HourView {
  @Instant({ about: 'Beginning of the hour' }) at!: string;
  @Whole({ about: 'Mails first opened in it by people' }) opens!: number;
  @Whole({ about: 'By programs that fetch images' }) machineOpens!: number;
  @Whole({ about: 'Links first followed in it by people' }) clicks!: number;
  @Whole({ about: 'By programs that look at links' }) scannerClicks!: number;
}

class LinkView {
  @Text({ max: 2000 }) url!: string;
  @Whole({ about: 'Mails whose reader followed it' }) human!: number;
  @Whole() scanner!: number;
}

class DomainView {
  @Text({
    nullable: true,
    about: 'Null: all domains that fewer than ten share, and the smaller ones',
  })
  domain!: string | null;
  @Whole() mails!: number;
  @Whole() accepted!: number;
  @Whole() refused!: number;
  @Whole({ about: 'Not settled yet' }) waiting!: number;
}

class LeaveHourView {
  @Instant({ about: 'Beginning of the hour' }) at!: string;
  @Whole({ about: 'People who left by a link of this campaign' }) people!: number;
}

/** What readers and receivers did; numbers only. @clause W17.4 */
export class ReactionsView {
  @NestedList(() => HourView, { about: 'Hours in which something happened' }) hours!: HourView[];
  @NestedList(() => LinkView, { about: 'The most followed first' }) links!: LinkView[];
  @NestedList(() => LeaveHourView, { about: 'Hours in which somebody left' })
  leaves!: LeaveHourView[];
  @NestedList(() => DomainView, { about: 'The largest first' }) domains!: DomainView[];
}

export const reactionsView = ({
  hours,
  links,
  domains,
  leaves,
}: CampaignReactions): ReactionsView => ({
  hours: hours.map((hour) => ({ ...hour, at: hour.at.toISOString() })),
  links: [...links],
  leaves: leaves.map(({ at, people }) => ({ at: at.toISOString(), people })),
  domains: [...domains],
});

import type { Reactions } from '#lib/delivery';
import { Instant, NestedList, Text, Whole } from '#platform/http';

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

/** What readers and receivers did; numbers only. @clause W17.4 */
export class ReactionsView {
  @NestedList(() => HourView, { about: 'Hours in which something happened' }) hours!: HourView[];
  @NestedList(() => LinkView, { about: 'The most followed first' }) links!: LinkView[];
  @NestedList(() => DomainView, { about: 'The largest first' }) domains!: DomainView[];
}

export const reactionsView = ({ hours, links, domains }: Reactions): ReactionsView => ({
  hours: hours.map((hour) => ({ ...hour, at: hour.at.toISOString() })),
  links: [...links],
  domains: [...domains],
});

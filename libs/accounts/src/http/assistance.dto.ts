import { Instant, Nested, Text, Uuid, Whole } from '#platform/http';
import type { AssistanceConsent } from '../store/consents.store.js';

export class ConsentDto {
  @Whole({ min: 1, max: 24 * 30 }) hours!: number;
  @Text({ max: 500, about: 'For what the operators may use it' }) purpose!: string;
}

export class ConsentView {
  @Uuid() id!: string;
  @Uuid({ about: 'The member' }) givenBy!: string;
  @Instant() givenAt!: string;
  @Instant() until!: string;
  @Text({ max: 500 }) purpose!: string;
}

export class AssistanceView {
  @Nested(() => ConsentView, { nullable: true }) consent!: ConsentView | null;
}

export class ActDto {
  @Text({ max: 500, about: 'Why; the tenant reads it in its trail' }) reason!: string;
}

export class ActingUntilView {
  @Instant() until!: string;
}

export const consentView = ({ givenAt, until, ...consent }: AssistanceConsent): ConsentView => ({
  ...consent,
  givenAt: givenAt.toISOString(),
  until: until.toISOString(),
});

import { Decimal, NestedList, Uuid, Whole } from '#platform/http';
import type { TenantFare } from '../use-cases/compare-tenants.js';
import { rateOf } from './summary.view.js';

class TenantFareView {
  @Uuid()
  tenantId!: string;

  @Whole({ about: 'Mails of the campaigns that began in the period' })
  sent!: number;

  @Whole({ about: 'Mails that did not arrive, without refusals for the sender’s sake' })
  bounced!: number;

  @Whole({ about: 'Mails that were reported as unwanted' })
  complained!: number;

  @Decimal({ nullable: true, about: 'Of what was sent' })
  bounceRate!: number | null;

  @Decimal({ nullable: true, about: 'Of what was sent' })
  complaintRate!: number | null;
}

export class TenantFaresView {
  @NestedList(() => TenantFareView, {
    max: 200,
    about: 'Those first who were complained about most by what they sent',
  })
  items!: TenantFareView[];
}

export const tenantFaresView = (fares: readonly TenantFare[]): TenantFaresView => ({
  items: fares.map((fare) => ({
    ...fare,
    bounceRate: rateOf(fare.bounced, fare.sent),
    complaintRate: rateOf(fare.complained, fare.sent),
  })),
});

import {
  Choice,
  Decimal,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Uuid,
  Whole,
} from '#platform/http';
import type { Breaker } from '../domain/breaker.js';
import type { OpenMailing } from '../store/delivery-overview-store.js';
import type { Overview, WatchedDomain, WatchedRelay } from '../use-cases/delivery-overview.js';

class TrafficView {
  @Whole() accepted!: number;
  @Whole() refused!: number;
  @Whole({ about: 'To be tried again' }) putOff!: number;
  @Whole({ about: 'Of unknown fate' }) unclear!: number;
}

class BreakerView {
  @Choice(['closed', 'open', 'half-open']) state!: string;
  @Instant({ nullable: true, about: 'When a mail is tried again' }) until!: string | null;
  @Text({ nullable: true, example: '421' }) reason!: string | null;
}

export class RelayView {
  @Text({ example: 'relay.example.jp:25' }) name!: string;
  @Flag() enabled!: boolean;
  @Decimal() weight!: number;
  @Decimal({ nullable: true, about: 'Mails a second; null for no limit' })
  perSecond!: number | null;
  @Nested(() => BreakerView) breaker!: BreakerView;
  @Nested(() => TrafficView, { about: 'Of the last five minutes' }) traffic!: TrafficView;
}

export class RelayListView {
  @NestedList(() => RelayView) items!: RelayView[];
}

export class RecipientDomainView {
  @Text({ max: 253 }) domain!: string;
  @Whole({ nullable: true, about: 'Mails under way at once from one worker; null for no limit' })
  connections!: number | null;
  @Decimal({ nullable: true, about: 'Mails a second from all workers; null for no limit' })
  perSecond!: number | null;
  @Flag({ about: 'An operator set these limits' }) own!: boolean;
  @Nested(() => BreakerView) breaker!: BreakerView;
  @Nested(() => TrafficView, { about: 'Of the last five minutes' }) traffic!: TrafficView;
}

export class RecipientDomainListView {
  @NestedList(() => RecipientDomainView) items!: RecipientDomainView[];
}

class OpenMailingView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Uuid() campaignId!: string;
  @Choice(['running', 'paused']) status!: string;
  @Instant() launchedAt!: string;
  @Whole() candidates!: number;
  @Whole({ about: 'May leave now' }) waiting!: number;
  @Whole({ about: 'To be tried again later' }) later!: number;
  @Whole() inFlight!: number;
}

/** What is under way over all tenants. */
export class DeliveryOverviewView {
  @NestedList(() => OpenMailingView, { about: 'Oldest first, at most 200' })
  mailings!: OpenMailingView[];
  @Whole() waiting!: number;
  @Whole() later!: number;
  @Whole() inFlight!: number;
  @Whole({ about: 'Mails of unknown fate nobody has decided about' }) undecided!: number;
  @Decimal({ about: 'Mails accepted a minute, over the last five' }) ratePerMinute!: number;
  @NestedList(() => RelayView) relays!: RelayView[];
  @NestedList(() => RecipientDomainView, {
    about: 'With mails in the last five minutes, a limit or a breaker',
  })
  domains!: RecipientDomainView[];
}

const breakerView = (breaker: Breaker | null): BreakerView => ({
  state: breaker?.state ?? 'closed',
  until: breaker?.until?.toISOString() ?? null,
  reason: breaker?.reason ?? null,
});

export const relayView = ({ breaker, traffic, ...relay }: WatchedRelay): RelayView => ({
  ...relay,
  breaker: breakerView(breaker),
  traffic: { ...traffic },
});

export const recipientDomainView = ({
  breaker,
  traffic,
  ...domain
}: WatchedDomain): RecipientDomainView => ({
  ...domain,
  breaker: breakerView(breaker),
  traffic: { ...traffic },
});

const mailingView = (mailing: OpenMailing): OpenMailingView => ({
  ...mailing,
  launchedAt: mailing.launchedAt.toISOString(),
});

export const overviewView = (overview: Overview): DeliveryOverviewView => {
  const sum = (of: (mailing: OpenMailing) => number): number =>
    overview.mailings.reduce((total, mailing) => total + of(mailing), 0);
  const accepted = overview.relays.reduce((total, { traffic }) => total + traffic.accepted, 0);
  return {
    mailings: overview.mailings.map(mailingView),
    waiting: sum(({ waiting }) => waiting),
    later: sum(({ later }) => later),
    inFlight: sum(({ inFlight }) => inFlight),
    undecided: overview.undecided,
    ratePerMinute: accepted / 5,
    relays: overview.relays.map(relayView),
    domains: overview.domains.map(recipientDomainView),
  };
};

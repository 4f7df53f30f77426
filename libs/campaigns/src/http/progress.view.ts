import type { Progress } from '#lib/delivery';
import { Choice, Decimal, Flag, Instant, Nested, Whole } from '#platform/http';

const mailingStatuses = ['running', 'paused', 'stopped', 'finished'] as const;

export class OpensView {
  @Whole()
  human!: number;

  @Whole({ about: 'By programs that fetch images for their users' })
  machine!: number;
}

export class ClicksView {
  @Whole()
  human!: number;

  @Whole({ about: 'By programs that look at links before people do' })
  scanner!: number;
}

/** How far the mails are. Prepared = candidates; the equation holds when everybody has exactly one outcome. */
export class ProgressView {
  @Choice(mailingStatuses)
  status!: string;

  @Whole({ about: 'Persons frozen at launch' })
  candidates!: number;

  @Whole()
  queued!: number;

  @Whole({ about: 'To be tried again later' })
  deferred!: number;

  @Whole()
  inFlight!: number;

  @Whole()
  accepted!: number;

  @Whole()
  refused!: number;

  @Whole({ about: 'Nobody can say whether the relay took it' })
  unknown!: number;

  @Whole()
  cancelled!: number;

  @Whole({ about: 'Left the newsletter before their mail was sent' })
  excluded!: number;

  @Flag({ about: 'candidates = accepted + refused + unknown + cancelled + excluded' })
  equationHolds!: boolean;

  @Instant({ nullable: true })
  firstMailAt!: string | null;

  @Instant({ nullable: true })
  lastMailAt!: string | null;

  @Decimal()
  ratePerMinute!: number;

  @Decimal({ nullable: true, about: 'Seconds until the end at the present rate' })
  etaSeconds!: number | null;

  @Nested(() => OpensView)
  opens!: OpensView;

  @Nested(() => ClicksView)
  clicks!: ClicksView;
}

export const progressView = (p: Progress): ProgressView => ({
  status: p.status,
  candidates: p.candidates,
  queued: p.queued,
  deferred: p.deferred,
  inFlight: p.inFlight,
  accepted: p.accepted,
  refused: p.refused,
  unknown: p.unknown,
  cancelled: p.cancelled,
  excluded: p.excluded,
  equationHolds: p.equationHolds,
  firstMailAt: p.firstMailAt?.toISOString() ?? null,
  lastMailAt: p.lastMailAt?.toISOString() ?? null,
  ratePerMinute: p.ratePerMinute,
  etaSeconds: p.etaSeconds,
  opens: p.opens,
  clicks: p.clicks,
});

import type { ProblemGroup } from '#lib/delivery';
import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { campaignStatuses } from '../domain/campaign.js';
import type { Transition } from '../store/transitions.store.js';

export class TransitionView {
  @Text({ example: 'scheduled' })
  event!: string;

  @Choice(campaignStatuses)
  from!: string;

  @Choice(campaignStatuses)
  to!: string;

  @Choice(['member', 'operator', 'api-key', 'system'])
  actorKind!: string;

  @Uuid({ nullable: true })
  actorId!: string | null;

  @Instant()
  at!: string;
}

export class HistoryView {
  @NestedList(() => TransitionView)
  items!: TransitionView[];
}

/** Mails that met the same trouble. */
export class ProblemView {
  @Choice(['refused', 'deferred', 'unknown'])
  state!: string;

  @Whole({ nullable: true, about: "The relay's reply code" })
  replyCode!: number | null;

  @Text({ nullable: true, example: '5.1.1' })
  smtpStatus!: string | null;

  @Text({ nullable: true })
  reason!: string | null;

  @Text({ nullable: true, about: 'Null where so few share it that it could point at a person' })
  domain!: string | null;

  @Whole()
  count!: number;

  @Text({ nullable: true, about: 'One of the answers, without addresses' })
  example!: string | null;
}

export class ProblemsView {
  @NestedList(() => ProblemView)
  items!: ProblemView[];
}

export const historyView = (transitions: readonly Transition[]): HistoryView => ({
  items: transitions.map((transition) => ({ ...transition, at: transition.at.toISOString() })),
});

export const problemsView = (groups: readonly ProblemGroup[]): ProblemsView => ({
  items: groups.map((group) => ({ ...group })),
});

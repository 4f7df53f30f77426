import type { TenantId } from '#lib/kernel';
import { Newsletters, checkCondition } from '#lib/subscribers';
import type {
  Condition,
  FieldDefinition,
  InputProblem,
  Newsletter,
  Target,
} from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { badCondition, campaignErrors } from '../campaigns.errors.js';
import type { Draft } from '../domain/campaign.js';
import { SegmentsStore } from '../store/segments.store.js';

export type WantedTarget = Pick<Draft, 'newsletterIds' | 'segmentId' | 'condition'>;

export interface ResolvedTarget {
  /** Its condition is one only where `problems` is empty. */
  readonly target: Target;
  readonly newsletters: readonly Newsletter[];
  /** Fields that the forms of all these newsletters ask for. */
  readonly sharedFields: readonly FieldDefinition[];
  /** What is wrong with the condition for these newsletters. */
  readonly problems: readonly InputProblem[];
}

/** Turns what a draft names into whom it means: newsletters that exist, the segment's condition as it is now. */
@Injectable()
export class ResolveTarget {
  constructor(
    private readonly newsletters: Newsletters,
    private readonly segments: SegmentsStore,
  ) {}

  /**
   * For drafts: a field that these newsletters do not ask for may still come, anything else wrong is refused.
   * @throws BusinessError campaign.bad-condition, and as `within`
   */
  async accept(tx: Tx, tenantId: TenantId, wanted: WantedTarget): Promise<void> {
    const { problems } = await this.within(tx, tenantId, wanted);
    const worst = problems.find(({ code }) => code !== 'unknown-field');
    if (worst) throw badCondition(worst);
  }

  /** @throws BusinessError campaign.target-twice, campaign.unknown-newsletter, segment.not-found */
  async within(tx: Tx, tenantId: TenantId, wanted: WantedTarget): Promise<ResolvedTarget> {
    const { newsletterIds, segmentId } = wanted;
    if (segmentId !== null && wanted.condition !== null)
      throw campaignErrors.targetTwice({ field: 'condition' });
    const newsletters = await this.newsletters.get(tx, tenantId, [...newsletterIds]);
    if (newsletterIds.some((id) => !newsletters.some((found) => found.id === id)))
      throw campaignErrors.unknownNewsletter({ field: 'newsletterIds' });
    const fields = distinct(newsletters.flatMap((newsletter) => newsletter.fields));
    const condition =
      segmentId === null
        ? wanted.condition
        : await this.segments.conditionOf(tx, tenantId, segmentId);
    return {
      target: { newsletterIds, condition: condition as Condition | null },
      newsletters,
      sharedFields: fields.filter(({ name }) => newsletters.every((each) => asksFor(each, name))),
      problems: condition === null ? [] : checkCondition(condition, fields),
    };
  }
}

const distinct = (fields: readonly FieldDefinition[]): FieldDefinition[] => [
  ...new Map(fields.map((field) => [field.name, field])).values(),
];

const asksFor = ({ fields }: Newsletter, name: string): boolean =>
  fields.some((field) => field.name === name);

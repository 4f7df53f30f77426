import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { checkCondition } from '#lib/subscribers';
import type { InputProblem } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { badCondition } from '../campaigns.errors.js';
import type { Segment } from '../domain/segment.js';
import { SegmentsStore } from '../store/segments.store.js';

interface SegmentToSave {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly name: string;
  readonly condition: object;
  /** Which segment, in the version the member edited; a new one when absent. */
  readonly edited?: Pick<Segment, 'id' | 'version'>;
}

/** Keeps a condition under a name, new or edited. */
@Injectable()
export class SaveSegment {
  constructor(
    private readonly database: Database,
    private readonly segments: SegmentsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError campaign.bad-condition, segment.name-taken, segment.not-found, request.version-changed */
  execute({ tenantId, actor, name, condition, edited }: SegmentToSave): Promise<Segment> {
    const [worst] = segmentProblems(condition);
    if (worst) throw badCondition(worst);
    const content = { name, condition };
    const at = this.clock.now();
    return this.database.inTenant(tenantId, async (tx) => {
      const segment = edited
        ? await this.segments.update(tx, tenantId, edited, content, at)
        : await this.segments.insert(tx, tenantId, newId(at), content, at);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: edited ? 'segment.edited' : 'segment.created',
        subject: { kind: 'segment', id: segment.id },
      });
      return segment;
    });
  }
}

/**
 * What is wrong with a condition by itself. Whether its fields exist depends on the newsletters it will be used
 * with, so that is asked when it is used.
 */
const segmentProblems = (condition: object): InputProblem[] =>
  checkCondition(condition, []).filter(({ code }) => code !== 'unknown-field');

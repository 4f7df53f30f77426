import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Segment } from '../domain/segment.js';
import { SegmentsStore } from '../store/segments.store.js';

@Injectable()
export class ReadSegments {
  constructor(
    private readonly database: Database,
    private readonly segments: SegmentsStore,
  ) {}

  /** @throws BusinessError segment.not-found */
  execute(tenantId: TenantId, id: string): Promise<Segment> {
    return this.database.inTenant(tenantId, (tx) => this.segments.get(tx, tenantId, id));
  }

  /** By name; one more than `limit` when there are more. */
  list(tenantId: TenantId, wanted: { after?: Position; limit: number }): Promise<Segment[]> {
    return this.database.inTenant(tenantId, (tx) => this.segments.list(tx, tenantId, wanted));
  }
}

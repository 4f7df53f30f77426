import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { httpErrors } from '#platform/http';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { segmentErrors } from '../campaigns.errors.js';
import type { Segment } from '../domain/segment.js';
import { SegmentRow } from './segment.row.js';

type Content = Pick<Segment, 'name' | 'condition'>;

@Injectable()
export class SegmentsStore {
  /** @throws BusinessError segment.name-taken */
  async insert(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    content: Content,
    at: Date,
  ): Promise<Segment> {
    const row = tx
      .rows(SegmentRow)
      .create({ tenantId, id, version: 1, ...content, createdAt: at, updatedAt: at });
    await refuseTakenName(tx.rows(SegmentRow).insert(row));
    return row;
  }

  /** @throws BusinessError segment.not-found */
  async get(tx: Tx, tenantId: TenantId, id: string): Promise<Segment> {
    const row = await tx.rows(SegmentRow).findOneBy({ tenantId, id });
    if (!row) throw segmentErrors.notFound();
    return row;
  }

  /** The condition of a segment that stays until the transaction ends. @throws BusinessError segment.not-found */
  async conditionOf(tx: Tx, tenantId: TenantId, id: string): Promise<object> {
    const [row] = await tx.query<{ condition: object }>(
      `SELECT condition FROM segments WHERE tenant_id = $1 AND id = $2 FOR KEY SHARE`,
      [tenantId, id],
    );
    if (!row) throw segmentErrors.notFound({ field: 'segmentId' });
    return row.condition;
  }

  /** By name; one row more than asked for when there are more. */
  async list(
    tx: Tx,
    tenantId: TenantId,
    { after, limit }: { after?: Position; limit: number },
  ): Promise<Segment[]> {
    const query = tx
      .rows(SegmentRow)
      .createQueryBuilder('s')
      .where('s.tenantId = :tenantId', { tenantId })
      .orderBy('s.name')
      .limit(limit + 1);
    if (after) query.andWhere('s.name > :name', { name: after.sort });
    return query.getMany();
  }

  /** @throws BusinessError request.version-changed, segment.name-taken */
  async update(
    tx: Tx,
    tenantId: TenantId,
    { id, version }: Pick<Segment, 'id' | 'version'>,
    content: Content,
    at: Date,
  ): Promise<Segment> {
    const change = { ...content, version: version + 1, updatedAt: at };
    const { affected } = await refuseTakenName(
      tx.rows(SegmentRow).update({ tenantId, id, version }, change as object),
    );
    const segment = await this.get(tx, tenantId, id);
    if (affected !== 1) throw httpErrors.versionChanged();
    return segment;
  }

  /** Campaigns that have been sent keep their frozen target and forget the segment. @throws BusinessError segment.not-found, segment.in-use */
  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.query(`SELECT FROM segments WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [
      tenantId,
      id,
    ]);
    const [used] = await tx.query(
      `SELECT FROM campaigns WHERE tenant_id = $1 AND segment_id = $2
       AND status IN ('draft', 'scheduled', 'held') LIMIT 1`,
      [tenantId, id],
    );
    if (used) throw segmentErrors.inUse();
    const { affected } = await tx.rows(SegmentRow).delete({ tenantId, id });
    if (affected !== 1) throw segmentErrors.notFound();
  }
}

const refuseTakenName = <T>(writing: Promise<T>): Promise<T> =>
  writing.catch((error: unknown) => {
    throw isDuplicate(error) ? segmentErrors.nameTaken({ field: 'name' }) : error;
  });

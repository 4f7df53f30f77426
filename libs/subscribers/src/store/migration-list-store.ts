import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import type { ListProblem } from '../domain/migration-list.js';

export const migrationListStatuses = [
  'uploaded',
  'declared',
  'asking',
  'done',
  'rejected',
  'withdrawn',
] as const;
type MigrationListStatus = (typeof migrationListStatuses)[number];

export interface MigrationList {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly newsletterId: string;
  readonly status: MigrationListStatus;
  /** Rows that can be asked. */
  readonly rowCount: number;
  readonly asked: number;
  /** The first ones of those refused. */
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
  readonly uploadedAt: Date;
  readonly declaredBy: string | null;
  readonly declaredAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly finishedAt: Date | null;
}

type NewList = Pick<
  MigrationList,
  'id' | 'newsletterId' | 'rowCount' | 'problems' | 'problemCount' | 'uploadedAt'
> & { readonly fileSha256: Buffer };

/** A row whose address rests sealed until it was asked. */
interface SealedRow {
  readonly rowNo: number;
  readonly address: Buffer;
  readonly fields: FieldValues;
  readonly consentedOn: string;
  readonly consentSource: string;
}

export interface WaitingRow {
  readonly rowNo: number;
  readonly address: Buffer;
  readonly fields: FieldValues;
}

const columns = `id, tenant_id AS "tenantId", newsletter_id AS "newsletterId", status, row_count AS "rowCount", asked, problems,
  problem_count AS "problemCount", uploaded_at AS "uploadedAt", declared_by AS "declaredBy", declared_at AS "declaredAt",
  decided_at AS "decidedAt", reason, finished_at AS "finishedAt"`;

/** Lists of readers from elsewhere, and what of them still waits to be asked. */
@Injectable()
export class MigrationListStore {
  async insert(tx: Tx, tenantId: TenantId, list: NewList): Promise<void> {
    await tx.execute(
      `INSERT INTO migration_lists (tenant_id, id, newsletter_id, file_sha256, status, row_count, problems, problem_count, uploaded_at)
       VALUES ($1, $2, $3, $4, 'uploaded', $5, $6, $7, $8)`,
      [
        tenantId,
        list.id,
        list.newsletterId,
        list.fileSha256,
        list.rowCount,
        JSON.stringify(list.problems),
        list.problemCount,
        list.uploadedAt,
      ],
    );
  }

  async insertRows(
    tx: Tx,
    tenantId: TenantId,
    listId: string,
    rows: readonly SealedRow[],
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO migration_rows (tenant_id, list_id, row_no, address, fields, consented_on, consent_source)
       SELECT $1, $2, r.* FROM unnest($3::int[], $4::bytea[], $5::jsonb[], $6::date[], $7::text[]) r`,
      [
        tenantId,
        listId,
        rows.map(({ rowNo }) => rowNo),
        rows.map(({ address }) => address),
        rows.map(({ fields }) => JSON.stringify(fields)),
        rows.map(({ consentedOn }) => consentedOn),
        rows.map(({ consentSource }) => consentSource),
      ],
    );
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<MigrationList | undefined> {
    const [row] = await tx.query<MigrationList>(
      `SELECT ${columns} FROM migration_lists WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    return row;
  }

  /** The newest first. */
  list(tx: Tx, tenantId: TenantId): Promise<MigrationList[]> {
    return tx.query<MigrationList>(
      `SELECT ${columns} FROM migration_lists WHERE tenant_id = $1 ORDER BY id DESC LIMIT 100`,
      [tenantId],
    );
  }

  /** What operators have to decide, the oldest first; needs a transaction of the system. */
  declared(tx: Tx): Promise<MigrationList[]> {
    return tx.query<MigrationList>(
      `SELECT ${columns} FROM migration_lists WHERE status = 'declared' ORDER BY declared_at LIMIT 200`,
    );
  }

  async declare(tx: Tx, tenantId: TenantId, id: string, by: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE migration_lists SET status = 'declared', declared_by = $3, declared_at = $4 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, by, at],
    );
  }

  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    verdict: { status: 'asking' | 'rejected'; reason: string | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      `UPDATE migration_lists SET status = $3, reason = $4, decided_at = $5 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, verdict.status, verdict.reason, verdict.at],
    );
  }

  /** Forgets the addresses that were not asked. */
  async end(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    status: 'done' | 'rejected' | 'withdrawn',
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `UPDATE migration_lists SET status = $3, finished_at = $4 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, status, at],
    );
    await tx.execute(
      `DELETE FROM migration_rows WHERE tenant_id = $1 AND list_id = $2 AND address IS NOT NULL`,
      [tenantId, id],
    );
  }

  next(tx: Tx, tenantId: TenantId, listId: string, limit: number): Promise<WaitingRow[]> {
    return tx.query<WaitingRow>(
      `SELECT row_no AS "rowNo", address, fields FROM migration_rows
       WHERE tenant_id = $1 AND list_id = $2 AND address IS NOT NULL ORDER BY row_no LIMIT $3`,
      [tenantId, listId, limit],
    );
  }

  /** The address is forgotten; what shows the consent stays with the request. */
  async noteAsked(
    tx: Tx,
    tenantId: TenantId,
    listId: string,
    asked: readonly { rowNo: number; requestId: string | null }[],
  ): Promise<void> {
    await tx.execute(
      `UPDATE migration_rows r SET address = NULL, fields = '{}', request_id = a.request_id
       FROM unnest($3::int[], $4::uuid[]) a (row_no, request_id)
       WHERE r.tenant_id = $1 AND r.list_id = $2 AND r.row_no = a.row_no`,
      [tenantId, listId, asked.map(({ rowNo }) => rowNo), asked.map(({ requestId }) => requestId)],
    );
    await tx.execute(
      `UPDATE migration_lists SET asked = asked + $3 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, listId, asked.length],
    );
  }
}

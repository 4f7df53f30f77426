import { emailAddress } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import type { TenantKey } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import type { ListProblem, MigrationRow } from '../domain/migration-list.js';

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

export interface WaitingRow {
  readonly rowNo: number;
  readonly address: EmailAddress;
  readonly fields: FieldValues;
}

const columns = `id, tenant_id AS "tenantId", newsletter_id AS "newsletterId", status, row_count AS "rowCount", asked, problems,
  problem_count AS "problemCount", uploaded_at AS "uploadedAt", declared_by AS "declaredBy", declared_at AS "declaredAt",
  decided_at AS "decidedAt", reason, finished_at AS "finishedAt"`;

/** Lists of readers from elsewhere, and what of them still waits to be asked, sealed under the tenant's key. */
@Injectable()
export class MigrationListStore {
  constructor(private readonly keys: TenantKeys) {}

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
    rows: readonly MigrationRow[],
  ): Promise<void> {
    const key = await this.keys.open(tenantId);
    const seal = (rowNo: number, text: string): Buffer => sealRowPart(key, listId, rowNo, text);
    await tx.execute(
      `INSERT INTO migration_rows (tenant_id, list_id, row_no, address, fields, consented_on, consent_source)
       SELECT $1, $2, r.* FROM unnest($3::int[], $4::bytea[], $5::bytea[], $6::date[], $7::bytea[]) r`,
      [
        tenantId,
        listId,
        rows.map(({ rowNo }) => rowNo),
        rows.map(({ rowNo, address }) => seal(rowNo, address.toString())),
        rows.map(({ rowNo, fields }) => seal(rowNo, JSON.stringify(fields))),
        rows.map(({ consentedOn }) => consentedOn),
        rows.map(({ rowNo, consentSource }) => seal(rowNo, consentSource)),
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

  async next(tx: Tx, tenantId: TenantId, listId: string, limit: number): Promise<WaitingRow[]> {
    const rows = await tx.query<{ rowNo: number; address: Buffer; fields: Buffer }>(
      `SELECT row_no AS "rowNo", address, fields FROM migration_rows
       WHERE tenant_id = $1 AND list_id = $2 AND address IS NOT NULL ORDER BY row_no LIMIT $3`,
      [tenantId, listId, limit],
    );
    const key = await this.keys.open(tenantId);
    const open = (rowNo: number, sealed: Buffer): string =>
      key.unseal('migration-list', ownerOf(listId, rowNo), sealed).toString();
    return rows.map(({ rowNo, address, fields }) => ({
      rowNo,
      address: emailAddress(open(rowNo, address)),
      fields: JSON.parse(open(rowNo, fields)) as FieldValues,
    }));
  }

  /** The address is forgotten; what shows the consent stays with the request. */
  async noteAsked(
    tx: Tx,
    tenantId: TenantId,
    listId: string,
    asked: readonly { rowNo: number; requestId: string | null }[],
  ): Promise<void> {
    await tx.execute(
      `UPDATE migration_rows r SET address = NULL, fields = NULL, request_id = a.request_id
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

const ownerOf = (listId: string, rowNo: number): string => `${listId}/${rowNo}`;

/** Bound to the row. */
export const sealRowPart = (key: TenantKey, listId: string, rowNo: number, text: string): Buffer =>
  key.seal('migration-list', ownerOf(listId, rowNo), Buffer.from(text));

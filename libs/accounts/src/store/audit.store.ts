import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** An entry with what its actor is called today, as far as the reader may know. */
export interface NamedAuditEntry extends AuditEntry {
  readonly tenantId: TenantId | null;
  readonly actorName: string | null;
}

const columns = `a.tenant_id AS "tenantId", a.id, a.at, a.actor_kind AS "actorKind", a.actor_id AS "actorId",
  a.action, a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.details`;
/** The last entry already read. */
export interface AuditPosition {
  readonly at: Date;
  readonly id: string;
}

/** What is looked for; everything when empty. */
export interface AuditFilter {
  /** An action, or the thing before its dot with the dot. */
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  /** The first instant no longer looked at. */
  readonly until?: Date | undefined;
}

const newestFirst = `($1::timestamptz IS NULL OR (a.at, a.id) < ($1, $2::uuid))
  AND ($5::text IS NULL OR a.action = $5 OR ($5 LIKE '%.' AND starts_with(a.action, $5)))
  AND ($6::uuid IS NULL OR a.actor_id = $6) AND ($7::text IS NULL OR a.subject_id = $7)
  AND ($8::timestamptz IS NULL OR a.at >= $8) AND ($9::timestamptz IS NULL OR a.at < $9)
  ORDER BY a.at DESC, a.id DESC LIMIT $3`;

interface Page {
  readonly limit: number;
  readonly from?: AuditPosition | undefined;
  readonly filter?: AuditFilter;
}

const parameters = (tenantId: TenantId | null, { limit, from, filter = {} }: Page): unknown[] => [
  from?.at ?? null,
  from?.id ?? null,
  limit,
  tenantId,
  filter.action ?? null,
  filter.actorId ?? null,
  filter.subjectId ?? null,
  filter.from ?? null,
  filter.until ?? null,
];

@Injectable()
export class AuditStore {
  async insert(tx: Tx, tenantId: TenantId | null, entry: AuditEntry): Promise<void> {
    await tx.execute(
      `INSERT INTO audit_trail (tenant_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tenantId,
        entry.id,
        entry.at,
        entry.actorKind,
        entry.actorId,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        JSON.stringify(entry.details),
      ],
    );
  }

  /** A tenant's trail, newest first; operators stay nameless in it. */
  ofTenant(tx: Tx, tenantId: TenantId, page: Page): Promise<NamedAuditEntry[]> {
    return tx.query<NamedAuditEntry>(
      `SELECT ${columns}, coalesce(m.name, k.name) AS "actorName" FROM audit_trail a
       LEFT JOIN members m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
       LEFT JOIN api_keys k ON k.tenant_id = a.tenant_id AND k.id = a.actor_id
       WHERE a.tenant_id = $4 AND ${newestFirst}`,
      parameters(tenantId, page),
    );
  }

  /** Everybody's trail, newest first; of one tenant when given. */
  ofAll(tx: Tx, tenantId: TenantId | undefined, page: Page): Promise<NamedAuditEntry[]> {
    return tx.query<NamedAuditEntry>(
      `SELECT ${columns}, coalesce(o.name, m.name, k.name) AS "actorName" FROM audit_trail a
       LEFT JOIN operators o ON o.id = a.actor_id
       LEFT JOIN members m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
       LEFT JOIN api_keys k ON k.tenant_id = a.tenant_id AND k.id = a.actor_id
       WHERE ($4::uuid IS NULL OR a.tenant_id = $4) AND ${newestFirst}`,
      parameters(tenantId ?? null, page),
    );
  }
}

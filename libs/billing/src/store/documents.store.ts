import { createHash } from 'node:crypto';
import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';

export const documentKinds = ['invoice', 'credit-note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A kept document without its bytes. */
export interface DocumentFacts {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly counterparty: string;
  /** With tax; of a credit note too above zero. */
  readonly amount: Yen;
  /** Hexadecimal, of the bytes. */
  readonly sha256: string;
  readonly createdAt: Date;
}

/** A document that was found, and whether its bytes still are what was issued. */
export interface FoundDocument extends DocumentFacts {
  readonly intact: boolean;
}

type NewDocument = Omit<DocumentFacts, 'tenantId' | 'sha256'> & { readonly bytes: Buffer };

/** 電子帳簿保存法: by date, amount and counterparty, each as a range or a part, all of them combined. */
export interface DocumentSearch {
  readonly kind: DocumentKind | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly least: Yen | null;
  readonly most: Yen | null;
  readonly counterparty: string | null;
  /** Of the document, or how it begins. */
  readonly number: string | null;
  /** Numbers before this one, when reading on. */
  readonly before: string | null;
}

const facts = `tenant_id AS "tenantId", id, kind, number, issued_on::text AS "issuedOn", counterparty,
  amount_yen AS amount, encode(sha256, 'hex') AS sha256, created_at AS "createdAt"`;

type Raw = Omit<DocumentFacts, 'issuedOn'> & { issuedOn: string };

/** Documents as they were issued: the database lets nobody change or delete one. @clause W22.3 */
@Injectable()
export class DocumentsStore {
  constructor(private readonly log: Log) {}

  /**
   * The next number of a series and year, `2026-000042`. The counter is locked until the transaction ends, and goes
   * back with it: no number is missing.
   */
  async nextNumber(tx: Tx, kind: DocumentKind, issuedOn: PlainDate): Promise<string> {
    const [row] = await tx.query<{ last: number }>(
      `INSERT INTO document_series (series, last) VALUES ($1, 1)
       ON CONFLICT (series) DO UPDATE SET last = document_series.last + 1 RETURNING last`,
      [`${kind}-${issuedOn.year}`],
    );
    const prefix = kind === 'credit-note' ? 'R' : '';
    return `${prefix}${issuedOn.year}-${String(row?.last ?? 0).padStart(6, '0')}`;
  }

  async insert(tx: Tx, tenantId: TenantId, document: NewDocument): Promise<void> {
    const { bytes } = document;
    await tx.execute(
      `INSERT INTO documents (tenant_id, id, kind, number, issued_on, counterparty, amount_yen, bytes, sha256, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tenantId,
        document.id,
        document.kind,
        document.number,
        document.issuedOn.toString(),
        document.counterparty,
        document.amount,
        bytes,
        createHash('sha256').update(bytes).digest(),
        document.createdAt,
      ],
    );
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<DocumentFacts | undefined> {
    const [row] = await tx.query<Raw>(
      `SELECT ${facts} FROM documents WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    return row && read(row);
  }

  /** The bytes, if they still are what was issued. @throws BusinessError billing.document-damaged */
  async bytes(tx: Tx, tenantId: TenantId, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ bytes: Buffer; sha256: Buffer }>(
      'SELECT bytes, sha256 FROM documents WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    if (!row) return undefined;
    if (createHash('sha256').update(row.bytes).digest().equals(row.sha256)) return row.bytes;
    const damaged = billingErrors.documentDamaged();
    this.log.failure('billing.document-damaged', damaged, { tenantId, documentId: id });
    throw damaged;
  }

  /** Over all tenants, newest number first, each held against its hash; in the system's transaction. */
  async search(tx: Tx, by: DocumentSearch, limit: number): Promise<FoundDocument[]> {
    const rows = await tx.query<Raw & { intact: boolean }>(
      `SELECT ${facts}, sha256(bytes) = sha256 AS intact FROM documents
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::date IS NULL OR issued_on >= $2)
          AND ($3::date IS NULL OR issued_on <= $3) AND ($4::bigint IS NULL OR amount_yen >= $4)
          AND ($5::bigint IS NULL OR amount_yen <= $5)
          AND ($6::text IS NULL OR strpos(lower(normalize(counterparty, NFKC)), lower(normalize($6, NFKC))) > 0)
          AND ($7::text IS NULL OR (issued_on, number) < (SELECT issued_on, number FROM documents WHERE number = $7))
          AND ($8::text IS NULL OR starts_with(number, upper(normalize($8, NFKC))))
        ORDER BY issued_on DESC, number DESC LIMIT $9`,
      [
        by.kind,
        by.from?.toString() ?? null,
        by.to?.toString() ?? null,
        by.least,
        by.most,
        by.counterparty,
        by.before,
        by.number,
        limit,
      ],
    );
    return rows.map(({ intact, ...row }) => ({ ...read(row), intact }));
  }
}

const read = (row: Raw): DocumentFacts => ({
  ...row,
  amount: yen(row.amount),
  issuedOn: PlainDate.from(row.issuedOn),
});

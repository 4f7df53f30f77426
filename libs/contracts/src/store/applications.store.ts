import type { Locale, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type {
  ApplicationChannel,
  ApplicationForm,
  ApplicationState,
} from '../domain/application.js';

export interface Application extends ApplicationForm {
  readonly id: string;
  readonly channel: ApplicationChannel;
  readonly partnerName: string | null;
  readonly state: ApplicationState;
  /** What the applicant is written in. */
  readonly locale: Locale;
  readonly appliedAt: Date;
  /** Null while a form on paper is on its way. */
  readonly formArrivedAt: Date | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** The tenant it has become. */
  readonly acceptedAs: TenantId | null;
}

export interface Scan {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

const columns = `id, channel, partner_name AS "partnerName", state, locale, applied_at AS "appliedAt",
  form_arrived_at AS "formArrivedAt", applicant, course_code AS "courseCode", option_codes AS "optionCodes",
  offer_code AS "offerCode", form_rules AS "formRules", terms_version AS "termsVersion", terms_hash AS "termsHash",
  reason, decided_at AS "decidedAt", accepted_as AS "acceptedAs"`;

interface ScanFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly acceptedAs: TenantId | null;
}

/** In the system's transactions: an applicant is no tenant yet. */
@Injectable()
export class ApplicationsStore {
  async insert(
    tx: Tx,
    application: Application & { recordedAt: Date; tokenHash: Buffer | null },
  ): Promise<void> {
    const a = application;
    await tx.execute(
      `INSERT INTO applications (id, channel, partner_name, state, applied_at, form_arrived_at, recorded_at, applicant,
         course_code, option_codes, offer_code, form_rules, terms_version, terms_hash, token_hash, locale, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)`,
      [
        a.id,
        a.channel,
        a.partnerName,
        a.state,
        a.appliedAt,
        a.formArrivedAt,
        a.recordedAt,
        JSON.stringify(a.applicant),
        a.courseCode,
        a.optionCodes,
        a.offerCode,
        JSON.stringify(a.formRules),
        a.termsVersion,
        a.termsHash,
        a.tokenHash,
        a.locale,
      ],
    );
  }

  /** How many came over the web since then. */
  async webSince(tx: Tx, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM applications WHERE channel = 'web' AND applied_at > $1`,
      [since],
    );
    return row?.count ?? 0;
  }

  /** How many nobody has decided on. */
  async waiting(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM applications WHERE state = 'received'`,
    );
    return row?.count ?? 0;
  }

  /** Oldest first, from after `from`. */
  list(tx: Tx, state: string | null, limit: number, from?: Position): Promise<Application[]> {
    return tx.query<Application>(
      `SELECT ${columns} FROM applications
       WHERE ($1::text IS NULL OR state = $1) AND ($3::timestamptz IS NULL OR (applied_at, id) > ($3, $4::uuid))
       ORDER BY applied_at, id LIMIT $2`,
      [state, limit, from?.sort ?? null, from?.id ?? null],
    );
  }

  /** @throws BusinessError contracts.application-not-found */
  async get(tx: Tx, id: string): Promise<Application> {
    return this.one(tx, 'id = $1', id);
  }

  /** Locked until the transaction ends. @throws BusinessError contracts.application-not-found */
  async hold(tx: Tx, id: string): Promise<Application> {
    return this.one(tx, 'id = $1 FOR UPDATE', id);
  }

  /** Locked until the transaction ends. @throws BusinessError contracts.application-not-found */
  async holdByToken(tx: Tx, tokenHash: Buffer): Promise<Application> {
    return this.one(tx, 'token_hash = $1 FOR UPDATE', tokenHash);
  }

  async settle(
    tx: Tx,
    id: string,
    to: {
      state: ApplicationState;
      at: Date;
      reason?: string | null;
      acceptedAs?: TenantId;
    },
  ): Promise<void> {
    await tx.execute(
      `UPDATE applications SET state = $2, decided_at = $3, reason = $4, accepted_as = coalesce($5, accepted_as),
         version = version + 1 WHERE id = $1`,
      [id, to.state, to.at, to.reason ?? null, to.acceptedAs ?? null],
    );
  }

  async noteFormArrival(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE applications SET form_arrived_at = coalesce(form_arrived_at, $2) WHERE id = $1',
      [id, at],
    );
  }

  async addScan(tx: Tx, applicationId: string, scan: Scan & { content: Buffer }): Promise<void> {
    await tx.execute(
      `INSERT INTO application_scans (id, application_id, name, type, sha256, content, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [scan.id, applicationId, scan.name, scan.type, scan.sha256, scan.content, scan.uploadedAt],
    );
  }

  scans(tx: Tx, applicationId: string): Promise<Scan[]> {
    return tx.query<Scan>(
      `SELECT id, name, type, sha256, uploaded_at AS "uploadedAt" FROM application_scans
       WHERE application_id = $1 ORDER BY uploaded_at, id`,
      [applicationId],
    );
  }

  /** @throws BusinessError contracts.application-not-found */
  async scan(tx: Tx, applicationId: string, id: string): Promise<ScanFile> {
    const [scan] = await tx.query<ScanFile>(
      `SELECT s.name, s.type, s.content, a.accepted_as AS "acceptedAs"
         FROM application_scans s JOIN applications a ON a.id = s.application_id
        WHERE s.application_id = $1 AND s.id = $2`,
      [applicationId, id],
    );
    if (!scan) throw contractsErrors.applicationNotFound();
    return scan;
  }

  private async one(tx: Tx, where: string, parameter: unknown): Promise<Application> {
    const [application] = await tx.query<Application>(
      `SELECT ${columns} FROM applications WHERE ${where}`,
      [parameter],
    );
    if (!application) throw contractsErrors.applicationNotFound();
    return application;
  }
}

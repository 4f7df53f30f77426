import { PlainDate } from '#lib/kernel';
import type { BillTo, Contract, EndReason } from '../domain/contract.js';
import type { ContractStage } from '../domain/contract-stage.js';
import { resolveTermRules } from '../domain/term-rules.js';
import type { ResolvedRules } from '../domain/term-rules.js';

/** The columns of a contract as {@link contractOf} reads them. */
export const contractColumns = `c.id, c.version, c.stage, c.application_id AS "applicationId", c.applied_at AS "appliedAt",
  c.service_start_date::text AS "serviceStartDate", c.rules, c.bill_to AS "billTo", c.terms_version AS "termsVersion",
  c.form_arrived_at AS "formArrivedAt", c.initial_paid_at AS "initialPaidAt", c.provisioned_at AS "provisionedAt",
  c.start_notified_at AS "startNotifiedAt", c.end_date::text AS "endDate", c.end_reason AS "endReason",
  c.ended_at AS "endedAt", c.erase_service_data_by::text AS "eraseServiceDataBy",
  c.erase_personal_data_from::text AS "erasePersonalDataFrom"`;

export interface ContractColumns {
  readonly id: string;
  readonly version: number;
  readonly stage: ContractStage;
  readonly applicationId: string | null;
  readonly appliedAt: Date;
  readonly serviceStartDate: string | null;
  readonly rules: ResolvedRules | Record<string, never>;
  readonly billTo: Partial<BillTo>;
  readonly termsVersion: string | null;
  readonly formArrivedAt: Date | null;
  readonly initialPaidAt: Date | null;
  readonly provisionedAt: Date | null;
  readonly startNotifiedAt: Date | null;
  readonly endDate: string | null;
  readonly endReason: EndReason | null;
  readonly endedAt: Date | null;
  readonly eraseServiceDataBy: string | null;
  readonly erasePersonalDataFrom: string | null;
}

/** Whom a contract is with that says nothing of it. */
export const nobody: BillTo = {
  kind: 'corporation',
  name: '',
  nameKana: '',
  postalAddress: '',
  contactPerson: '',
  email: null,
};

const dateOf = (text: string | null): PlainDate | null =>
  text === null ? null : PlainDate.from(text);

/** Contracts recorded before there were courses have neither rules nor an address: they go by the terms. */
export const contractOf = (row: ContractColumns): Contract => ({
  ...row,
  serviceStartDate: dateOf(row.serviceStartDate),
  endDate: dateOf(row.endDate),
  eraseServiceDataBy: dateOf(row.eraseServiceDataBy),
  erasePersonalDataFrom: dateOf(row.erasePersonalDataFrom),
  rules: 'rules' in row.rules ? (row.rules as ResolvedRules) : resolveTermRules({}),
  billTo: { ...nobody, ...row.billTo },
});

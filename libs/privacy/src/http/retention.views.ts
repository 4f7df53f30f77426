import { dataClasses } from '#lib/kernel';
import type { ProvenConsent } from '#lib/subscribers';
import type { RetentionPart } from '#platform/retention';
import { retentions } from '../domain/retention.js';
import type { Certificate } from '../store/certificates.store.js';
import type { LegalHold } from '../store/holds.store.js';
import type { DueTenant } from '../use-cases/read-erasures.js';
import type { ErasureState } from '../use-cases/watch-erasure.js';
import type {
  CertificateView,
  DueTenantView,
  ErasureStateView,
  HoldView,
  MatrixView,
  ProofView,
} from './retention.dto.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const matrixView = (parts: readonly RetentionPart[]): MatrixView => ({
  items: dataClasses.map((each) => {
    const { from, period, ending, text, basis } = retentions[each];
    const rules = parts.flatMap(({ rules: some }) => some).filter((rule) => rule.class === each);
    return {
      ...{ class: each, from, ending, basis, textJa: text.ja, textEn: text.en },
      period: 'days' in period ? `P${period.days}D` : `P${period.months}M`,
      tables: [...new Set(rules.map(({ table }) => table))].sort(),
    };
  }),
});

export const dueTenantView = (due: DueTenant): DueTenantView => ({
  ...due,
  from: due.from.toString(),
  by: due.by?.toString() ?? null,
});

export const erasureStateView = ({ run, ...state }: ErasureState): ErasureStateView => ({
  ...state,
  day: run?.day ?? null,
  startedAt: iso(run?.startedAt ?? null),
  finishedAt: iso(run?.finishedAt ?? null),
  failed: [...(run?.failed ?? [])],
});

export const certificateView = (certificate: Certificate, isGenuine: boolean): CertificateView => ({
  ...certificate,
  lines: [...certificate.lines],
  issuedAt: certificate.issuedAt.toISOString(),
  isGenuine,
});

export const holdView = (hold: LegalHold): HoldView => ({
  ...hold,
  setAt: hold.setAt.toISOString(),
  liftAskedAt: iso(hold.liftAskedAt),
  liftedAt: iso(hold.liftedAt),
});

export const proofView = (proof: ProvenConsent): ProofView => ({
  ...proof,
  at: proof.at.toISOString(),
  requestedAt: iso(proof.requestedAt),
});

import type { DataClass, Texts } from '#lib/kernel';

/** So many rows, or other things, that went by one rule. */
export interface CertificateLine {
  /** A table, or one of {@link namedRules}. */
  readonly rule: string;
  readonly count: number;
}

/** What was erased of one tenant, or of nobody in particular, on one day. Names nobody. */
export interface CertificateFacts {
  /** From 1 on, without a gap. */
  readonly no: number;
  /** `2026-08-05`, in Japan. */
  readonly day: string;
  readonly tenantId: string | null;
  readonly class: DataClass;
  readonly lines: readonly CertificateLine[];
  readonly issuedAt: Date;
}

/** Lines that are no tables. */
export const namedRules: Readonly<Record<string, Texts>> = {
  'tenant-key': { ja: 'テナントの暗号鍵（破棄）', en: 'Key of the tenant (destroyed)' },
  'consent-escrow': {
    ja: '同意の記録（保管庫へ移管）',
    en: 'Proof of consent (moved to escrow)',
  },
  'readers-during-contract': {
    ja: '読者のアドレスと項目（退会・削除・請求による）',
    en: 'Addresses and fields of readers (left, removed, or asked for it)',
  },
  'readers-on-request': {
    ja: 'うち本人の請求によるもの',
    en: 'of these, because the person asked for it',
  },
};

/** The text whose digest a certificate bears; it names the one before, so that none can be altered or taken away. */
export const certificateText = (facts: CertificateFacts, previous: string): string => {
  const { no, day, tenantId, class: dataClass, lines, issuedAt } = facts;
  const plain = lines.map(({ rule, count }) => [rule, count]);
  return JSON.stringify([no, previous, day, tenantId, dataClass, plain, issuedAt.toISOString()]);
};

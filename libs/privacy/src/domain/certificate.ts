import type { DataClass, Locale } from '#lib/kernel';

/** So many rows, or other things, that went by one rule. */
interface CertificateLine {
  /** A table, or another thing: the tenant’s key, readers. */
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

/** How a certificate calls what went, for people; other tables go by their own names. */
const names: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  'tenant-key': ['テナントの暗号鍵（破棄）', 'Key of the tenant (destroyed)'],
  'readers-during-contract': [
    '読者のアドレスと項目（退会・削除・請求による）',
    'Addresses and fields of readers (left, removed, or asked for it)',
  ],
  'readers-on-request': [
    '本人の請求により消去した読者',
    'Readers erased because they asked for it',
  ],
  subscribers: ['読者', 'Readers'],
  subscriptions: ['購読', 'Subscriptions'],
  subscriber_changes: ['登録と退会の履歴', 'History of joining and leaving'],
  consent_records: ['同意の記録', 'Proof of consent'],
  consent_escrow: ['保管していた同意の記録', 'Proof of consent in escrow'],
  suppressions: ['配信停止の記録', 'Unsubscriptions'],
  newsletters: ['メールマガジン', 'Newsletters'],
  form_versions: ['登録フォーム', 'Sign-up forms'],
  campaigns: ['配信の原稿', 'Campaigns'],
  campaign_versions: ['配信した原稿の版', 'Versions of campaigns'],
  images: ['画像', 'Images'],
  segments: ['配信先の条件', 'Segments'],
  deliveries: ['配信の記録', 'Deliveries'],
  opens: ['開封の記録', 'Opens'],
  clicks: ['クリックの記録', 'Clicks'],
  bounce_reports: ['不達の記録', 'Bounces'],
  members: ['担当者', 'Members'],
  contracts: ['契約の請求先', 'Addresses for invoices'],
  notices: ['通知', 'Notices'],
  inquiries: ['お問い合わせ', 'Inquiries'],
  calls: ['通話の記録', 'Calls'],
  mandates: ['口座振替の口座', 'Accounts for direct debit'],
  sessions: ['サインインの記録', 'Sign-ins'],
};

/** What a line is about. */
export const lineText = (rule: string, locale: Locale): string => {
  const known = names[rule];
  return known === undefined ? rule : known[locale === 'ja' ? 0 : 1];
};

/** The text whose digest a certificate bears; it names the one before, so that none can be altered or taken away. */
export const certificateText = (facts: CertificateFacts, previous: string): string => {
  const { no, day, tenantId, class: dataClass, lines, issuedAt } = facts;
  const plain = lines.map(({ rule, count }) => [rule, count]);
  return JSON.stringify([no, previous, day, tenantId, dataClass, plain, issuedAt.toISOString()]);
};

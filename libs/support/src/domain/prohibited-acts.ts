import type { ProhibitedAct, Texts } from '#lib/kernel';

/** What came of a case. Cure notices and terminations are carried out in the contract; the case says that they were. */
export const outcomes = ['dismissed', 'warned', 'held', 'cure-notice', 'termination'] as const;
export type Outcome = (typeof outcomes)[number];

export interface AbuseCase {
  readonly id: string;
  readonly tenantId: string;
  readonly code: ProhibitedAct;
  readonly summary: string;
  /** The report it began with; null when the provider found it out by itself. */
  readonly inquiryId: string | null;
  /** The campaign it is about; null when it is about the tenant as a whole. */
  readonly campaignId: string | null;
  /** The detector that proposed it; null where a person opened it. */
  readonly detector: string | null;
  /** The figures that the detector saw. */
  readonly evidence: Readonly<Record<string, string | number>> | null;
  readonly openedAt: Date;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

/** What each act is, in a few words for lists. */
export const actTexts: Readonly<Record<ProhibitedAct, Texts>> = {
  P01: { ja: '著作権などの権利侵害', en: 'Infringement of copyright and other rights' },
  P02: { ja: '財産・プライバシーの侵害', en: 'Harm to property or privacy' },
  P03: { ja: '中傷・信用毀損', en: 'Defamation' },
  P04: { ja: '不利益・損害を与える行為', en: 'Damage to others' },
  P05: { ja: '公序良俗違反', en: 'Offence against public morals' },
  P06: { ja: '犯罪に関わる行為', en: 'Crime' },
  P07: { ja: '違法な選挙活動', en: 'Unlawful electioneering' },
  P08: { ja: '承諾のないアドレス登録', en: 'Addresses registered without consent' },
  P09: { ja: '迷惑メール', en: 'Unwanted mail' },
  P10: { ja: '虚偽の申告', en: 'False statements to us' },
  P11: { ja: '運営の妨害', en: 'Disruption of the service' },
  P12: { ja: 'システムの不正使用', en: 'Misuse of the system' },
  P13: { ja: 'ねずみ講・チェーンメール', en: 'Pyramid schemes and chain letters' },
  P14: {
    ja: '不正アクセス・特定電子メール法違反',
    en: 'Unauthorised access, breach of the mail act',
  },
  P15: { ja: '法令違反', en: 'Breach of law' },
  P16: { ja: 'ウイルスなど有害なプログラム', en: 'Viruses and harmful programs' },
  P17: { ja: '品性を欠く表現', en: 'Obscene or abusive language' },
  P18: { ja: '差別', en: 'Discrimination' },
  P19: { ja: 'なりすまし', en: 'Impersonation' },
  P21: { ja: '目的外の個人情報収集', en: 'Collecting personal data' },
  P22: { ja: '二次利用・アカウントの転貸', en: 'Secondary use, sub-letting of accounts' },
  P23: { ja: '個人情報の転用', en: 'Diversion of personal data' },
  P24: { ja: '違反行為の助長', en: 'Encouraging any of these' },
};

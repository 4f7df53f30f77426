import type { Texts } from '#lib/kernel';

/** Why service may be interrupted: the nine numbers of the clause. @clause W13.1 */
export const interruptionReasonTexts: Readonly<Record<number, Texts>> = {
  1: { ja: '法令に基づく措置', en: 'Measures under the law' },
  2: { ja: '天災・非常事態', en: 'Natural disaster or emergency' },
  3: { ja: '電気通信設備の障害', en: 'Failure of telecommunication equipment' },
  4: { ja: '電気通信事業者の役務の停止', en: 'Outage at a telecommunication carrier' },
  5: { ja: '緊急の保守', en: 'Urgent maintenance' },
  6: { ja: '定期保守', en: 'Scheduled maintenance' },
  7: { ja: '不正アクセスへの対処', en: 'Defence against unauthorised access' },
  8: { ja: '運用上または技術上の必要', en: 'Operational or technical need' },
  9: { ja: '過大な負荷', en: 'Excessive load' },
};

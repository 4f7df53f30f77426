import type { Texts } from '#lib/kernel';
import type { RequestKind } from './request.js';

export const kindTexts: Readonly<Record<RequestKind, Texts>> = {
  PURPOSE_NOTICE: { ja: '利用目的の通知', en: 'Notice of the purposes of use' },
  DISCLOSURE: { ja: '開示', en: 'Disclosure' },
  DISCLOSURE_OF_TRANSFER_RECORDS: {
    ja: '第三者提供記録の開示',
    en: 'Disclosure of records of transfers',
  },
  CORRECTION: { ja: '訂正', en: 'Correction' },
  ADDITION: { ja: '追加', en: 'Addition' },
  DELETION: { ja: '削除', en: 'Deletion' },
  STOP_USE: { ja: '利用の停止', en: 'Stop of use' },
  STOP_THIRD_PARTY: { ja: '第三者提供の停止', en: 'Stop of provision to third parties' },
};

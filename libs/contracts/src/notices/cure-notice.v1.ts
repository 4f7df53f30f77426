import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly breach: string;
  readonly prohibitedActs: readonly string[];
  readonly days: number;
}

/** 是正勧告. @clause W14.2 */
export const cureNoticeV1: NoticeTemplate<Values> = {
  kind: 'contracts.cure-notice',
  version: 1,
  texts: {
    ja: ({ breach, prohibitedActs, days }) => ({
      subject: '是正勧告',
      text: lines(
        '利用規約第14条2項に基づき、次の点の是正を勧告します。',
        breach,
        ...(prohibitedActs.length === 0 ? [] : [`該当する禁止事項: ${prohibitedActs.join(', ')}`]),
        '',
        `是正の期限は、この通知が到達した日の翌日から起算して${days}日目の24時です。`,
        '期限までに是正されない場合、契約を解除することがあります。',
      ),
    }),
    en: ({ breach, prohibitedActs, days }) => ({
      subject: 'Request to mend a breach of the contract',
      text: lines(
        'Under W14.2 of the terms we ask you to mend the following:',
        breach,
        ...(prohibitedActs.length === 0 ? [] : [`Prohibited acts: ${prohibitedActs.join(', ')}`]),
        '',
        `You have ${days} days, counted from the day after this notice reaches you, to 24:00 of the last one (Japan time).`,
        'If it is not mended by then, we may terminate the contract.',
      ),
    }),
  },
};

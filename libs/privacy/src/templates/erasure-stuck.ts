import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  /** The night: `2026-08-05`. */
  readonly day: string;
  readonly startedAt: Date;
  /** Tables and ids of tenants; empty when the run did not come so far. */
  readonly failed: readonly string[];
  readonly lateTenants: number;
  readonly link: string;
}

/** To operators: the erasure of a night did not come to its end. @clause §3.7 */
export const erasureStuck: NoticeTemplate<Values> = {
  kind: 'privacy.erasure-stuck',
  version: 1,
  texts: {
    ja: ({ day, startedAt, failed, lateTenants, link }) => ({
      subject: `【要対応】夜間の消去が終わっていません（${day}）`,
      text: lines(
        `${formatJst(startedAt, 'ja')} に始めた消去が、まだ終わっていません。`,
        failed.length === 0
          ? '処理が動いていないか、途中で止まっています。ワーカーを確かめてください。'
          : '次のものを消去できませんでした。',
        ...failed.map((each) => `・${each}`),
        '',
        `期限を過ぎても残っている契約者: ${lateTenants}社`,
        '',
        link,
      ),
    }),
    en: ({ day, startedAt, failed, lateTenants, link }) => ({
      subject: `ACTION NEEDED: the erasure of ${day} is not complete`,
      text: lines(
        `The erasure that began ${formatJst(startedAt, 'en')} has not come to its end.`,
        failed.length === 0
          ? 'It is not running, or stopped on its way. Please look at the workers.'
          : 'These could not be erased:',
        ...failed.map((each) => `- ${each}`),
        '',
        `Tenants whose data are there past the last day: ${lateTenants}`,
        '',
        link,
      ),
    }),
  },
};

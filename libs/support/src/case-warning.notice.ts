import type { ProhibitedAct } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { actTexts } from './domain/prohibited-acts.js';

/** That something a tenant did looks like a prohibited act, and should stop. @clause W12A, P4-2 */
export const caseWarning: NoticeTemplate<{
  readonly code: ProhibitedAct;
  readonly reason: string;
}> = {
  kind: 'support.warning',
  version: 1,
  texts: {
    ja: ({ code, reason }) => ({
      subject: '【重要】利用規約の禁止事項に関するお知らせ',
      text: lines(
        `利用規約の禁止事項（${code}：${actTexts[code].ja}）に該当するおそれのあるご利用を確認しました。`,
        '',
        reason,
        '',
        '内容をご確認のうえ、速やかにおやめください。続く場合は、利用の停止や契約の解除となることがあります。',
      ),
    }),
    en: ({ code, reason }) => ({
      subject: '[Important] About acts that the terms prohibit',
      text: lines(
        `We have seen a use of the service that may be a prohibited act (${code}: ${actTexts[code].en}).`,
        '',
        reason,
        '',
        'Please look into it and stop it soon. Should it go on, the service may be suspended or the contract ended.',
      ),
    }),
  },
};

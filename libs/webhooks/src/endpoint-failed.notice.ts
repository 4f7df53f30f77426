import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** That an endpoint was switched off because nothing arrived there. */
export const endpointFailed: NoticeTemplate<{ readonly host: string }> = {
  kind: 'webhooks.endpoint-failed',
  version: 1,
  texts: {
    ja: ({ host }) => ({
      subject: `Webhook の送信を停止しました（${host}）`,
      text: lines(
        `${host} 宛ての Webhook が 5 日間届かなかったため、送信を停止しました。`,
        '',
        '受信側をご確認のうえ、設定画面でもう一度「オン」にしてください。',
        '停止中に届かなかった内容は、履歴から確認できます。',
      ),
    }),
    en: ({ host }) => ({
      subject: `A webhook was switched off (${host})`,
      text: lines(
        `Nothing has arrived at ${host} for five days, so we switched its webhook off.`,
        '',
        'Please look at the receiving side and switch it on again in the settings.',
        'What did not arrive can be seen in its history.',
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { kindTexts } from '../domain/kind-texts.js';
import type { RequestKind } from '../domain/request.js';

/** Asks whether it was really the owner of the address who made a request. */
export const identityCheck: NoticeTemplate<{
  readonly kind: RequestKind;
  readonly tenant: string;
  readonly link: string;
}> = {
  kind: 'privacy.identity-check',
  version: 1,
  texts: {
    ja: ({ kind, tenant, link }) => ({
      subject: '個人情報に関するご請求の確認',
      text: lines(
        `「${tenant}」のメールマガジンに登録された情報について、「${kindTexts[kind].ja}」のご請求を受け付けました。`,
        'ご本人からのご請求であれば、30日以内に次のページを開き、確認してください。',
        '',
        link,
        '',
        'お心当たりがない場合は、このメールを破棄してください。何も行われません。',
      ),
    }),
    en: ({ kind, tenant, link }) => ({
      subject: 'Please confirm your request about personal data',
      text: lines(
        `We received a request about the data registered for newsletters of ${tenant}: ${kindTexts[kind].en}.`,
        'If it was you, open this page within 30 days and confirm it:',
        '',
        link,
        '',
        'If it was not you, ignore this mail. Nothing will be done.',
      ),
    }),
  },
};

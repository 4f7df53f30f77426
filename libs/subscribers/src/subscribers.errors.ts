import { defineErrors } from '#lib/kernel';

export const subscriberErrors = defineErrors({
  noNewsletter: {
    kind: 'not-found',
    code: 'subscribers.no-newsletter',
    ja: 'このメールマガジンは見つかりませんでした。',
    en: 'There is no such newsletter.',
  },
  slugTaken: {
    kind: 'conflict',
    code: 'subscribers.slug-taken',
    ja: 'この URL 名は別のメールマガジンで使われています。',
    en: 'Another newsletter already uses this URL name.',
  },
  hasReaders: {
    kind: 'conflict',
    code: 'subscribers.has-readers',
    ja: '読者がいるメールマガジンは削除できません。',
    en: 'A newsletter that has readers cannot be deleted.',
  },
  noDraft: {
    kind: 'conflict',
    code: 'subscribers.no-draft',
    ja: '公開できる下書きがありません。先にフォームの下書きを保存してください。',
    en: 'There is no draft to publish. Save a draft of the form first.',
  },
  noForm: {
    kind: 'not-found',
    code: 'subscribers.no-form',
    ja: 'この版の登録フォームは見つかりませんでした。',
    en: 'There is no such version of the sign-up form.',
  },
  badAddress: {
    kind: 'invalid',
    code: 'subscribers.bad-address',
    ja: '{ja}',
    en: '{en}',
  },
  badForm: {
    kind: 'invalid',
    code: 'subscribers.bad-form',
    ja: '{ja}',
    en: '{en}',
  },
  badToken: {
    kind: 'not-found',
    code: 'subscribers.bad-token',
    ja: 'リンクが正しくないか、有効期限が切れています。',
    en: 'This link is not valid, or its time is over.',
  },
});

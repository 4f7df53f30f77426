import { defineErrors } from '#lib/kernel';

export const supportErrors = defineErrors({
  noInquiry: {
    kind: 'not-found',
    code: 'support.no-inquiry',
    ja: 'この問い合わせは見つかりませんでした。',
    en: 'There is no such inquiry.',
  },
});

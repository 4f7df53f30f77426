import { defineErrors } from '#lib/kernel';

export const keyErrors = defineErrors({
  /** KEY_DESTROYED: what was sealed under it can be read by nobody, for good. */
  destroyed: {
    kind: 'not-found',
    code: 'keys.destroyed',
    ja: '契約の終了に伴い、このテナントのデータの暗号鍵は破棄されました。データは復元できません。',
    en: 'The key of this tenant’s data was destroyed after the contract ended. The data cannot be recovered.',
  },
});

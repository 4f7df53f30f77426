import { defineErrors } from '#lib/kernel';

export const abuseErrors = defineErrors({
  noDetector: {
    kind: 'not-found',
    code: 'abuse.no-detector',
    ja: 'この検出項目はありません。',
    en: 'There is no such detector.',
  },
  badThresholds: {
    kind: 'invalid',
    code: 'abuse.bad-thresholds',
    ja: 'しきい値を0以上の数で指定してください: {names}',
    en: 'Give these thresholds as numbers of 0 or more: {names}',
  },
});

import { defineErrors } from '#lib/kernel';

export const operationsErrors = defineErrors({
  metricsClosed: {
    kind: 'forbidden',
    code: 'operations.metrics-closed',
    ja: 'この値を見る権限がありません。',
    en: 'You may not see these figures.',
  },
  noFailedJob: {
    kind: 'not-found',
    code: 'operations.no-failed-job',
    ja: '失敗したジョブが見つかりません。すでに再実行されたか、取り除かれています。',
    en: 'There is no such failed job; it was tried again or removed.',
  },
  signInFirst: {
    kind: 'unauthenticated',
    code: 'operations.sign-in-first',
    ja: 'オペレーターとしてサインインしてください。',
    en: 'Please sign in as an operator.',
  },
});

import { defineErrors } from '#lib/kernel';

export const billingErrors = defineErrors({
  invoiceNotFound: {
    kind: 'not-found',
    code: 'billing.invoice-not-found',
    ja: '請求書が見つかりません。',
    en: 'There is no such invoice.',
  },
  impossibleMove: {
    kind: 'conflict',
    code: 'billing.impossible-move',
    ja: '請求書の現在の状態（{state}）では、この操作（{event}）はできません。',
    en: 'This ({event}) cannot be done to an invoice in its present state ({state}).',
  },
  unmetConditions: {
    kind: 'conflict',
    code: 'billing.unmet-conditions',
    ja: 'この操作（{event}）の条件を満たしていません: {conditions}',
    en: 'Conditions of this ({event}) are not met: {conditions}',
  },
  badAmount: {
    kind: 'invalid',
    code: 'billing.bad-amount',
    ja: '金額は1円以上、未収額以下の整数で指定してください。',
    en: 'Give a whole amount from 1 yen up to what is still owed.',
  },
});

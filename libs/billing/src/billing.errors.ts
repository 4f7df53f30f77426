import { defineErrors } from '#lib/kernel';
import { publicationRefusalTexts } from './domain/prices/price-table.js';
import { tierProblemTexts } from './domain/prices/tiers.js';
import { registrationProblemTexts } from './domain/tax/registration-number.js';

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
  noIssuer: {
    kind: 'conflict',
    code: 'billing.no-issuer',
    ja: '発行者（自社）の情報がまだ登録されていません。先に請求設定を登録してください。',
    en: 'Nobody has said yet who issues the invoices. Fill in the billing settings first.',
  },
  registrationFormat: {
    kind: 'invalid',
    code: 'billing.registration-format',
    ...registrationProblemTexts.format,
  },
  registrationCheckDigit: {
    kind: 'invalid',
    code: 'billing.registration-check-digit',
    ...registrationProblemTexts['check-digit'],
  },
  badMonth: {
    kind: 'invalid',
    code: 'billing.bad-month',
    ja: '月は 2026-04 の形で指定してください。',
    en: 'Give a month in the form 2026-04.',
  },
  futureMonth: {
    kind: 'invalid',
    code: 'billing.future-month',
    ja: 'まだ始まっていない月です。',
    en: 'This month has not begun yet.',
  },
  pricesNotFound: {
    kind: 'not-found',
    code: 'billing.prices-not-found',
    ja: '料金表が見つかりません。',
    en: 'There is no such price table.',
  },
  pricesPublished: {
    kind: 'conflict',
    code: 'billing.prices-published',
    ja: '公開済みの料金表は変更できません。',
    en: 'A published price table cannot be changed.',
  },
  pricesMonthTaken: {
    kind: 'conflict',
    code: 'billing.prices-month-taken',
    ...publicationRefusalTexts['month-taken'],
  },
  pricesTooLate: {
    kind: 'conflict',
    code: 'billing.prices-too-late',
    ...publicationRefusalTexts['too-late'],
  },
  notQualified: {
    kind: 'conflict',
    code: 'billing.not-qualified',
    ja: '適格請求書の要件を満たしていません: {problem}',
    en: 'This would not be a qualified invoice: {problem}',
  },
  runTooEarly: {
    kind: 'conflict',
    code: 'billing.run-too-early',
    ja: 'この月の請求は {day} から実行できます。',
    en: 'The run of this month can start on {day}.',
  },
  runNotFound: {
    kind: 'not-found',
    code: 'billing.run-not-found',
    ja: 'この月の請求はまだ実行されていません。',
    en: 'The run of this month has not been started.',
  },
  documentNotFound: {
    kind: 'not-found',
    code: 'billing.document-not-found',
    ja: '書類が見つかりません。',
    en: 'There is no such document.',
  },
  documentDamaged: {
    kind: 'conflict',
    code: 'billing.document-damaged',
    ja: '保存されている書類が、発行時のものと一致しません（SHA-256 不一致）。改ざんまたは破損のおそれがあるため表示しません。バックアップから復元してください。',
    en: 'The kept document is not what was issued: its SHA-256 does not fit. It may have been changed or damaged and is not shown; restore it from a backup.',
  },
  creditNotFound: {
    kind: 'not-found',
    code: 'billing.credit-not-found',
    ja: '減額の申請が見つかりません。',
    en: 'There is no such proposal of a credit note.',
  },
  creditDecided: {
    kind: 'conflict',
    code: 'billing.credit-decided',
    ja: 'この減額の申請はすでに処理されています。',
    en: 'This proposal has been decided already.',
  },
  samePerson: {
    kind: 'forbidden',
    code: 'billing.same-person',
    ja: '申請した本人は承認できません。別の担当者が承認してください。',
    en: 'Whoever proposed this cannot approve it. Another person must.',
  },
  creditOneWay: {
    kind: 'invalid',
    code: 'billing.credit-one-way',
    ja: '減額は、合計（amountYen）か税率ごとの金額（amounts）のどちらか一方で指定してください。',
    en: 'Give either a sum (amountYen) or an amount for each rate (amounts).',
  },
  correctionNotFound: {
    kind: 'not-found',
    code: 'billing.correction-not-found',
    ja: '請求書の訂正の申請が見つかりません。',
    en: 'There is no such proposal of a correction.',
  },
  correctionPending: {
    kind: 'conflict',
    code: 'billing.correction-pending',
    ja: 'この請求書の訂正はすでに申請されています。',
    en: 'A correction of this invoice has been proposed already.',
  },
  correctionDecided: {
    kind: 'conflict',
    code: 'billing.correction-decided',
    ja: 'この訂正の申請はすでに処理されています。',
    en: 'This proposal has been decided already.',
  },
  dunningOrder: {
    kind: 'invalid',
    code: 'billing.dunning-order',
    ja: '督促は、お知らせ、督促、停止の提案の順に、支払期限の翌日以降の日数で指定してください。',
    en: 'Reminder, notice and proposal must follow in this order, from the day after the due date on.',
  },
  settingsChanged: {
    kind: 'conflict',
    code: 'billing.settings-changed',
    ja: '請求設定はほかの人が変更しました。読み直してください。',
    en: 'Somebody else has changed the billing settings. Read them again.',
  },
});

/** Why the steps of a course cannot be its price; the field says which course. */
export const tierErrors = defineErrors({
  none: { kind: 'invalid', code: 'billing.tiers-none', ...tierProblemTexts.none },
  'limits-not-rising': {
    kind: 'invalid',
    code: 'billing.tiers-limits-not-rising',
    ...tierProblemTexts['limits-not-rising'],
  },
  'fees-falling': {
    kind: 'invalid',
    code: 'billing.tiers-fees-falling',
    ...tierProblemTexts['fees-falling'],
  },
  'negative-fee': {
    kind: 'invalid',
    code: 'billing.tiers-negative-fee',
    ...tierProblemTexts['negative-fee'],
  },
  'step-after-last': {
    kind: 'invalid',
    code: 'billing.tiers-step-after-last',
    ...tierProblemTexts['step-after-last'],
  },
});

/** Why nothing, or not so much, can be taken off an invoice. */
export const creditErrors = defineErrors({
  nothing: {
    kind: 'invalid',
    code: 'billing.credit-nothing',
    ja: '減額は1円以上で指定してください。',
    en: 'Take off at least one yen.',
  },
  'no-such-rate': {
    kind: 'invalid',
    code: 'billing.credit-no-such-rate',
    ja: 'この請求書には、その区分・税率の課税対象の明細がありません。',
    en: 'Nothing on this invoice bears tax of that category and rate.',
  },
  'more-than-invoiced': {
    kind: 'invalid',
    code: 'billing.credit-more-than-invoiced',
    ja: '請求した金額を超えて減額することはできません。',
    en: 'No more can be taken off than was invoiced.',
  },
});

/** Why lines cannot take the place of an invoice's. */
export const correctionErrors = defineErrors({
  'nothing-left': {
    kind: 'invalid',
    code: 'billing.correction-nothing-left',
    ja: '訂正後の金額は税率ごとに0円以上、合計1円以上にしてください。請求しない場合は請求書を取り消してください。',
    en: 'What is left must not be below zero at any rate, and at least one yen in all. Make the invoice void where nothing is owed.',
  },
  'no-such-line': {
    kind: 'invalid',
    code: 'billing.correction-no-such-line',
    ja: '元の請求書にその番号の明細はありません。',
    en: 'The original invoice has no line of that number.',
  },
  'advance-left-out': {
    kind: 'invalid',
    code: 'billing.correction-advance-left-out',
    ja: '前払いの基本利用料金の明細には、それに代わる明細を1行だけ指定してください（replacesLine）。指定がないと同じ月が二重に請求されます。',
    en: 'Say with replacesLine which one line takes the place of each basic fee in advance; its month would be charged twice otherwise.',
  },
});

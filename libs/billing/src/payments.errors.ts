import { defineErrors } from '#lib/kernel';

/** Refusals about banks, mandates and money that comes in. */
export const paymentsErrors = defineErrors({
  bankProfileNotFound: {
    kind: 'not-found',
    code: 'payments.bank-profile-not-found',
    ja: '金融機関の設定が見つかりません。',
    en: 'There is no such bank profile.',
  },
  bankProfileNameTaken: {
    kind: 'conflict',
    code: 'payments.bank-profile-name-taken',
    ja: '同じ名前の金融機関設定がすでにあります。',
    en: 'There is a bank profile of that name already.',
  },
  empty: {
    kind: 'invalid',
    code: 'payments.account-empty',
    ja: '入力してください。',
    en: 'This must not be empty.',
  },
  notDigits: {
    kind: 'invalid',
    code: 'payments.account-not-digits',
    ja: '数字で入力してください。',
    en: 'Only digits can stand here.',
  },
  tooLong: {
    kind: 'invalid',
    code: 'payments.account-too-long',
    ja: '銀行のファイルに入る文字数を超えています。',
    en: 'This is too long for the bank’s file.',
  },
  unmappable: {
    kind: 'invalid',
    code: 'payments.account-unmappable',
    ja: '銀行のファイルで使えない文字「{character}」があります。カタカナ・英数字で入力してください。',
    en: 'The bank’s file cannot hold “{character}”. Please write it in katakana, letters and digits.',
  },
  mandateNotFound: {
    kind: 'not-found',
    code: 'payments.mandate-not-found',
    ja: '口座振替依頼書が見つかりません。',
    en: 'There is no such mandate.',
  },
  mandatePending: {
    kind: 'conflict',
    code: 'payments.mandate-pending',
    ja: '手続き中の口座振替依頼書がすでにあります。',
    en: 'Another mandate is under way already.',
  },
  mandateState: {
    kind: 'conflict',
    code: 'payments.mandate-state',
    ja: '口座振替依頼書の現在の状態ではこの操作はできません。',
    en: 'The mandate’s present state does not allow this.',
  },
  fileNumberTaken: {
    kind: 'conflict',
    code: 'payments.file-number-taken',
    ja: 'この整理番号は別の口座振替依頼書で使われています。',
    en: 'Another mandate has this file number.',
  },
  badDate: {
    kind: 'invalid',
    code: 'payments.bad-date',
    ja: '実在する日付を 2026-04-01 の形で指定してください。',
    en: 'Give an existing date in the form 2026-04-01.',
  },
  badMonth: {
    kind: 'invalid',
    code: 'payments.bad-month',
    ja: '年月を 2026-04 の形で指定してください。',
    en: 'Give a month in the form 2026-04.',
  },
  badContent: {
    kind: 'invalid',
    code: 'payments.bad-file',
    ja: 'ファイルの内容を Base64 で指定してください。',
    en: 'Give the content of the file in Base64.',
  },
  refundNotFound: {
    kind: 'not-found',
    code: 'payments.refund-not-found',
    ja: '返金が見つかりません。',
    en: 'There is no such refund.',
  },
  sameOperator: {
    kind: 'forbidden',
    code: 'payments.second-person-needed',
    ja: '起案した本人は承認できません。別の担当者が承認してください。',
    en: 'Whoever proposed this cannot approve it. Another person must.',
  },
  payerCodeTaken: {
    kind: 'conflict',
    code: 'payments.payer-code-taken',
    ja: 'この振込依頼人コードまたは仮想口座は、別のテナントに割り当てられています。',
    en: 'This payer code or virtual account belongs to another tenant.',
  },
  sameFile: {
    kind: 'conflict',
    code: 'payments.same-file',
    ja: 'このファイルはすでに取り込まれています。',
    en: 'This file has been imported already.',
  },
  unreadableFile: {
    kind: 'invalid',
    code: 'payments.unreadable-file',
    ja: 'ファイルを取り込めません: {ja}（{record} 件目、項目 {item}）何も取り込まれていません。',
    en: 'The file cannot be imported: {en} (record {record}, field {item}). Nothing was imported.',
  },
  noCsvProfile: {
    kind: 'invalid',
    code: 'payments.no-csv-profile',
    ja: 'この金融機関には CSV の列の設定がありません。先に設定してください。',
    en: 'This bank profile says nothing about CSV columns. Set them first.',
  },
  transferNotFound: {
    kind: 'not-found',
    code: 'payments.transfer-not-found',
    ja: '振込が見つかりません。',
    en: 'There is no such transfer.',
  },
  transferState: {
    kind: 'conflict',
    code: 'payments.transfer-state',
    ja: '振込の現在の状態ではこの操作はできません。',
    en: 'The transfer’s present state does not allow this.',
  },
});

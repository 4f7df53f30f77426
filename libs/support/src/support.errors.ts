import { defineErrors } from '#lib/kernel';

export const supportErrors = defineErrors({
  noInquiry: {
    kind: 'not-found',
    code: 'support.no-inquiry',
    ja: 'この問い合わせは見つかりませんでした。',
    en: 'There is no such inquiry.',
  },
  noAddress: {
    kind: 'conflict',
    code: 'support.no-address',
    ja: '返信先のメールアドレスがありません。',
    en: 'There is no mail address to answer to.',
  },
  nobodysComplaint: {
    kind: 'conflict',
    code: 'support.nobodys-complaint',
    ja: '契約者の配信に関する苦情だけを、契約者に伝えられます。',
    en: 'Only a complaint about a tenant’s mail can be passed on to it.',
  },
  noConsent: {
    kind: 'conflict',
    code: 'support.no-consent',
    ja: '本人の同意がないため、連絡先は契約者に伝えられません。',
    en: 'The complainant did not agree that the tenant learns the address.',
  },
  infected: {
    kind: 'conflict',
    code: 'support.infected',
    ja: 'ウイルス（{name}）が見つかったため、このメールは取り出せません。',
    en: 'A virus ({name}) was found in the letter; it is not handed out.',
  },
  notScanned: {
    kind: 'unavailable',
    code: 'support.not-scanned',
    ja: 'ウイルス検査が終わっていません。しばらくたってからお試しください。',
    en: 'The letter was not checked for viruses yet. Please try again later.',
  },
  onlyMembers: {
    kind: 'forbidden',
    code: 'support.only-members',
    ja: 'お問い合わせは担当者ご本人がログインして送信してください。',
    en: 'A member must ask in person.',
  },
  tooManyForms: {
    kind: 'too-many',
    code: 'support.too-many-forms',
    ja: '送信回数が上限に達しました。しばらくたってからお試しください。',
    en: 'Too many forms came from here. Please try again later.',
  },
  badDay: {
    kind: 'invalid',
    code: 'support.bad-day',
    ja: '日付を 2026-08-13 の形で指定してください。',
    en: 'Give a day in the form 2026-08-13.',
  },
  callInFuture: {
    kind: 'invalid',
    code: 'support.call-in-future',
    ja: '通話の日時は現在までの時刻にしてください。',
    en: 'A call cannot lie in the future.',
  },
  notAnnounced: {
    kind: 'invalid',
    code: 'support.recording-not-announced',
    ja: '録音する場合は、相手に録音する旨を伝えてください。',
    en: 'A call may be recorded only when the other side was told so.',
  },
  noWindow: {
    kind: 'not-found',
    code: 'support.no-window',
    ja: 'この窓口はありません。',
    en: 'There is no such contact window.',
  },
  noCase: {
    kind: 'not-found',
    code: 'support.no-case',
    ja: 'この案件は見つかりませんでした。',
    en: 'There is no such case.',
  },
  caseDecided: {
    kind: 'conflict',
    code: 'support.case-decided',
    ja: 'この案件はすでに決定されています。',
    en: 'The case has been decided already.',
  },
});

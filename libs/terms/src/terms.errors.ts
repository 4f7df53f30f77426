import { defineErrors } from '#lib/kernel';

export const termsErrors = defineErrors({
  noDocument: {
    kind: 'not-found',
    code: 'terms.no-document',
    ja: 'この文書はありません。',
    en: 'There is no such document.',
  },
  noVersion: {
    kind: 'not-found',
    code: 'terms.no-version',
    ja: 'この版はありません。',
    en: 'There is no such version.',
  },
  slugTaken: {
    kind: 'conflict',
    code: 'terms.slug-taken',
    ja: 'このURL名はすでに使われています。',
    en: 'This name in URLs is taken.',
  },
  draftOpen: {
    kind: 'conflict',
    code: 'terms.revision-open',
    ja: '作成中の版があります。先にそれを公開するか取り下げてください。',
    en: 'A revision is being written. Publish or discard it first.',
  },
  wrongState: {
    kind: 'conflict',
    code: 'terms.wrong-state',
    ja: 'この版の現在の状態では、この操作はできません。',
    en: 'This cannot be done with the version as it stands.',
  },
  edited: {
    kind: 'conflict',
    code: 'terms.edited',
    ja: '他の人が先に変更しました。読み直してからもう一度お試しください。',
    en: 'Somebody else changed it first. Read it again and try once more.',
  },
  samePerson: {
    kind: 'forbidden',
    code: 'terms.same-person',
    ja: '提出した本人は承認できません。別の担当者が承認してください。',
    en: 'Somebody else than the person who handed it in must approve it.',
  },
  textChanged: {
    kind: 'conflict',
    code: 'terms.text-changed',
    ja: '確認した本文と現在の本文が違います。もう一度ご確認ください。',
    en: 'The text is not the one you looked at. Look at it again.',
  },
  badDate: {
    kind: 'invalid',
    code: 'terms.bad-date',
    ja: '実在する日付を 2026-04-01 の形で指定してください。',
    en: 'Give an existing date in the form 2026-04-01.',
  },
  inThePast: {
    kind: 'invalid',
    code: 'terms.effect-in-the-past',
    ja: '実施期日は公開より後の日（午前0時から実施）にしてください。',
    en: 'It must take effect on a day after its publication (from 00:00).',
  },
  tooSoon: {
    kind: 'invalid',
    code: 'terms.effect-too-soon',
    ja: '不利益となる変更の実施期日は、公開から{days}日以上後にしてください。',
    en: 'A change to somebody’s disadvantage takes effect {days} days after its publication at the earliest.',
  },
  notAfterTheLast: {
    kind: 'invalid',
    code: 'terms.effect-not-after-last',
    ja: '実施期日は、公開済みの版の実施期日より後にしてください。',
    en: 'It must take effect after every version that is public already.',
  },
  onlyMembers: {
    kind: 'forbidden',
    code: 'terms.only-members',
    ja: '同意は担当者ご本人の操作が必要です。',
    en: 'Only a member in person can accept terms.',
  },
  notPublic: {
    kind: 'conflict',
    code: 'terms.not-public',
    ja: 'この版には同意できません。公開された最新の版をご確認ください。',
    en: 'This version cannot be accepted. See the latest one that is public.',
  },
});

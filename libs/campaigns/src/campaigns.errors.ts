import { BusinessError, defineErrors } from '#lib/kernel';
import type { InputProblem } from '#lib/subscribers';
import type { Finding } from './domain/finding.js';

export const campaignErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'campaign.not-found',
    ja: 'お探しのメールは見つかりませんでした。',
    en: 'There is no such campaign.',
  },
  notDraft: {
    kind: 'conflict',
    code: 'campaign.not-draft',
    ja: '下書き以外 ({status}) は変更も削除もできません。予約中のメールは、下書きに戻してから変更してください。',
    en: 'Only drafts can be changed or deleted; this one is {status}. Take a scheduled campaign back to a draft first.',
  },
  contractInactive: {
    kind: 'conflict',
    code: 'campaign.contract-inactive',
    ja: 'その日時に有効なご契約がないため、配信できません。ご契約の状態をご確認ください。',
    en: 'There is no active contract at that time, so nothing can be sent. Look at the state of the contract.',
  },
  unknownNewsletter: {
    kind: 'invalid',
    code: 'campaign.unknown-newsletter',
    ja: '配信先に指定されたメールマガジンが見つかりません。',
    en: 'A newsletter of the target does not exist.',
  },
  targetTwice: {
    kind: 'invalid',
    code: 'campaign.target-twice',
    ja: '配信先の条件は、保存済みの条件と直接指定のどちらか一方にしてください。',
    en: 'Give either a saved segment or a condition, not both.',
  },
  unknownSample: {
    kind: 'not-found',
    code: 'campaign.unknown-sample',
    ja: 'プレビューに使う読者が配信先に見つかりませんでした。',
    en: 'The reader for the preview is not in the target.',
  },
  membersOnly: {
    kind: 'forbidden',
    code: 'campaign.members-only',
    ja: 'テスト配信はサインインした担当者ご自身のアドレスにだけ送れます。',
    en: 'A test goes only to the address of the member who is signed in.',
  },
  tooManyTests: {
    kind: 'too-many',
    code: 'campaign.too-many-tests',
    ja: 'テスト配信は1時間に{limit}通までです。しばらくお待ちください。',
    en: 'At most {limit} tests an hour. Please wait a while.',
  },
});

export const segmentErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'segment.not-found',
    ja: '保存済みの条件が見つかりませんでした。',
    en: 'There is no such segment.',
  },
  nameTaken: {
    kind: 'conflict',
    code: 'segment.name-taken',
    ja: '同じ名前の条件がすでにあります。別の名前にしてください。',
    en: 'A segment of this name exists. Choose another name.',
  },
  inUse: {
    kind: 'conflict',
    code: 'segment.in-use',
    ja: 'まだ配信していないメールがこの条件を使っているため、削除できません。',
    en: 'A campaign that has not been sent uses this segment, so it cannot be deleted.',
  },
});

/** The first thing that keeps a campaign from being sent; the check lists them all. */
export const notReady = (finding: Finding): BusinessError =>
  new BusinessError({
    kind: 'invalid',
    code: 'campaign.not-ready',
    field: finding.field,
    params: { finding: finding.code },
    texts: {
      ja: `このままでは配信できません。${finding.messages.ja}`,
      en: `This cannot be sent yet. ${finding.messages.en}`,
    },
  });

/** A condition that does not fit the fields of the target's newsletters. */
export const badCondition = ({ field, code, messages }: InputProblem): BusinessError =>
  new BusinessError({
    kind: 'invalid',
    code: 'campaign.bad-condition',
    field,
    params: { problem: code },
    texts: messages,
  });

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
    kind: 'forbidden',
    code: 'campaign.contract-inactive',
    ja: 'その日時に有効なご契約がないか、漏えいの報告により配信が止まっているため、配信できません。',
    en: 'There is no active contract at that time, or a reported leak stops all sending.',
  },
  halted: {
    kind: 'conflict',
    code: 'campaign.halted',
    ja: '運営者が止めたメールです。再開は運営者だけができます。お問い合わせください。',
    en: 'An operator stopped this campaign, and only operators let it go on. Please ask us.',
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
  badBlocks: {
    kind: 'invalid',
    code: 'campaign.bad-blocks',
    ja: 'ブロックの内容を読み取れません ({at})。編集画面で作り直してください。',
    en: 'The blocks cannot be read ({at}). Build them in the editor.',
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
  approvalNeeded: {
    kind: 'conflict',
    code: 'campaign.approval-needed',
    ja: '別の担当者の承認が必要です。承認後に内容を変えた場合や、配信先が大きく増えた場合は、もう一度承認を受けてください。',
    en: 'Another member has to approve this first; again, when its content changed or its recipients became many more since.',
  },
  reviewNeeded: {
    kind: 'conflict',
    code: 'campaign.review-needed',
    ja: '選挙に関するメールは、運営者の確認後に配信できます。確認を依頼してください。',
    en: 'Mails about elections leave after a review by the provider. Ask for it.',
  },
  ownApproval: {
    kind: 'forbidden',
    code: 'campaign.own-approval',
    ja: 'ご自身で依頼した承認は、ご自身では決められません。別の担当者に依頼してください。',
    en: 'You cannot decide on your own request. Ask another member.',
  },
  noRequest: {
    kind: 'not-found',
    code: 'campaign.no-approval-request',
    ja: '承認待ちの依頼がありません。',
    en: 'There is no request that waits for a decision.',
  },
  outdatedRequest: {
    kind: 'conflict',
    code: 'campaign.outdated-request',
    ja: '依頼の後で内容が変わりました。もう一度依頼してください。',
    en: 'The content changed after the request. Ask again.',
  },
});

export const templateErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'template.not-found',
    ja: 'テンプレートが見つかりませんでした。',
    en: 'There is no such template.',
  },
  nameTaken: {
    kind: 'conflict',
    code: 'template.name-taken',
    ja: '同じ名前のテンプレートがすでにあります。別の名前にしてください。',
    en: 'A template of this name exists. Choose another name.',
  },
});

export const imageErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'image.not-found',
    ja: '画像が見つかりませんでした。',
    en: 'There is no such image.',
  },
  notAnImage: {
    kind: 'invalid',
    code: 'image.not-an-image',
    ja: 'PNG、JPEG、GIF、WebP のいずれかの画像を指定してください。',
    en: 'Give a PNG, JPEG, GIF or WebP image.',
  },
  tooLarge: {
    kind: 'invalid',
    code: 'image.too-large',
    ja: '画像は 5 MB 以内、縦横 5000 ピクセル以内にしてください。',
    en: 'An image may have 5 MB and 5000 pixels in width and height at most.',
  },
  full: {
    kind: 'conflict',
    code: 'image.full',
    ja: '画像の合計が 500 MB になりました。使わない画像を削除してください。',
    en: 'All images together reached 500 MB. Delete some that are no longer used.',
  },
  inUse: {
    kind: 'conflict',
    code: 'image.in-use',
    ja: 'この画像はメールかテンプレートで使われているため、削除できません。',
    en: 'A mail or a template shows this image, so it cannot be deleted.',
  },
  infected: {
    kind: 'invalid',
    code: 'image.infected',
    ja: 'ウイルス（{name}）が見つかったため、この画像は保存しませんでした。',
    en: 'A virus ({name}) was found in the image; it was not kept.',
  },
  notScanned: {
    kind: 'unavailable',
    code: 'image.not-scanned',
    ja: 'ウイルス検査ができないため、まだ保存していません。時間をおいてやり直してください。',
    en: 'The image could not be checked for viruses, so it was not kept. Please try again later.',
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

export const linkHostErrors = defineErrors({
  bad: {
    kind: 'invalid',
    code: 'links.bad-host',
    ja: 'phish.example のようなホスト名を指定してください。',
    en: 'Give the name of a host such as phish.example.',
  },
  notFound: {
    kind: 'not-found',
    code: 'links.unknown-host',
    ja: 'このホスト名は登録されていません。',
    en: 'The host is not on the list.',
  },
});

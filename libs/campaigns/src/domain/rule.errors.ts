import { defineErrors } from '#lib/kernel';

/** What the rules themselves refuse. */
export const ruleErrors = defineErrors({
  stateChanged: {
    kind: 'conflict',
    code: 'campaign.state-changed',
    ja: 'この操作は現在の状態 ({status}) では実行できません。最新の状態をご確認ください。',
    en: 'This is not possible in the present state ({status}). Look at the latest state.',
  },
  timePast: {
    kind: 'invalid',
    code: 'campaign.time-past',
    ja: '配信日時が過ぎています。これから先の日時を指定してください。',
    en: 'This time has already passed. Choose a time to come.',
  },
  timeTooFar: {
    kind: 'invalid',
    code: 'campaign.time-too-far',
    ja: '配信日時が先すぎます。1年以内の日時を指定してください。',
    en: 'This time is too far ahead. Choose one within a year.',
  },
});

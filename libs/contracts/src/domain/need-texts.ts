import type { Texts } from '#lib/kernel';
import type { ContractNeed } from './lifecycle-moves.js';

/** What to say of a condition that is not met. */
export const needTexts: Readonly<Record<ContractNeed, Texts>> = {
  'terms-accepted': { ja: '利用規約への同意', en: 'acceptance of the terms' },
  'consent-given': {
    ja: '個人情報の取扱いへの同意',
    en: 'consent to the handling of personal data',
  },
  'prohibited-acts-acknowledged': {
    ja: '禁止事項の確認',
    en: 'acknowledgement of the prohibited acts',
  },
  'rejection-reason': { ja: '拒絶の理由', en: 'a reason for the rejection' },
  'form-arrived': { ja: '申込書の到着', en: 'arrival of the application form' },
  'initial-fee-paid': { ja: '初回料金の全額の入金', en: 'full payment of the initial charge' },
  provisioned: { ja: 'サービスの提供準備', en: 'set-up of the service' },
  'start-date-not-past': {
    ja: '本日以降の利用開始日',
    en: 'a service start date that is not past',
  },
  'start-date-reached': { ja: '利用開始日の到来', en: 'arrival of the service start date' },
  'invoice-overdue': { ja: '支払期限を過ぎた請求', en: 'an invoice past its due date' },
  'resumption-asked-for': {
    ja: 'お客様からの再開の申請',
    en: 'a request for resumption by the tenant',
  },
  'balance-settled': { ja: '未払い料金の全額の清算', en: 'settlement of all unpaid charges' },
  'within-unpaid-period': {
    ja: '未収期間6ヶ月以内の申請と清算',
    en: 'request and settlement within an unpaid period of six months',
  },
  'operator-approves': { ja: '運営者の承認', en: 'approval by the operator' },
  'notice-arrived': { ja: '通知の到達', en: 'arrival of the notice' },
  'both-parties-agree': { ja: '双方の同意', en: 'agreement of both parties' },
  'before-end': { ja: '契約終了前であること', en: 'that the contract has not ended' },
  'immediate-reason': { ja: '即時解除の事由', en: 'a ground for immediate termination' },
  'two-persons': { ja: '別の担当者による承認', en: 'approval by a second person' },
  'cure-failed': { ja: '是正期限の経過', en: 'that the time for the cure is over' },
  'end-reached': { ja: '契約終了日の経過', en: 'that the last day is over' },
  'consent-evidence-kept': { ja: '同意記録の保全', en: 'safe-keeping of the consent records' },
  'retention-over': { ja: '保存期間の経過', en: 'that the retention period is over' },
  'balance-closed': { ja: '債権債務の清算', en: 'that nothing is owed any more' },
  'no-legal-hold': { ja: '法的保全がないこと', en: 'that no legal hold is in force' },
};

import type { ContractStage } from './contract-stage.js';

/** Who may bring it about. */
type ContractParty = 'applicant' | 'partner' | 'operator' | 'tenant' | 'system';

/** Conditions of a move; each is worked out by a rule of its own. */
export type ContractNeed =
  | 'terms-accepted'
  | 'consent-given'
  | 'prohibited-acts-acknowledged'
  | 'rejection-reason'
  | 'form-arrived'
  | 'initial-fee-paid'
  | 'provisioned'
  | 'start-date-not-past'
  | 'start-date-reached'
  | 'invoice-overdue'
  | 'resumption-asked-for'
  | 'balance-settled'
  | 'within-unpaid-period'
  | 'operator-approves'
  | 'notice-arrived'
  | 'both-parties-agree'
  | 'before-end'
  | 'immediate-reason'
  | 'two-persons'
  | 'cure-failed'
  | 'end-reached'
  | 'consent-evidence-kept'
  | 'retention-over'
  | 'balance-closed'
  | 'no-legal-hold';

/** What has to happen with a move, in the same transaction or by a fact. */
export type ContractEffect =
  | 'refund-task'
  /** Service data within days, personal data after the retention period; see `erasureDates`. */
  | 'start-erasure-clock'
  | 'send-start-notice'
  | 'credentials-usable'
  | 'hold-sending'
  | 'close-forms'
  | 'release-sending'
  | 'open-forms'
  | 'confirm-end'
  | 'cancel-campaigns'
  | 'revoke-credentials'
  | 'accelerate-debts'
  | 'final-invoice'
  | 'erase-service-data'
  | 'erase-personal-data';

export interface ContractMove {
  readonly from: readonly (ContractStage | 'none')[];
  /** Whether a fixed end is wanted (true), forbidden (false) or does not matter. */
  readonly ending?: boolean;
  readonly to: ContractStage | 'same';
  readonly by: readonly ContractParty[];
  readonly needs: readonly ContractNeed[];
  readonly effects: readonly ContractEffect[];
}

const atTheEnd = [
  'cancel-campaigns',
  'revoke-credentials',
  'close-forms',
  'accelerate-debts',
  'final-invoice',
  'start-erasure-clock',
] as const;

/** Every move there is. What is not here is impossible. */
export const contractMoves = {
  /** @clause W4.1, W4.2 */
  apply: {
    from: ['none'],
    to: 'applied',
    by: ['applicant', 'partner', 'operator'],
    needs: ['terms-accepted', 'consent-given', 'prohibited-acts-acknowledged'],
    effects: [],
  },
  /** Only before the start notice. @clause W4.3 */
  reject: {
    from: ['applied', 'ready'],
    to: 'rejected',
    by: ['operator'],
    needs: ['rejection-reason'],
    effects: ['refund-task', 'start-erasure-clock'],
  },
  /** Only before the start notice; the initial fee stays unless the operator decides otherwise. @decision D-21 */
  withdraw: {
    from: ['applied', 'ready'],
    to: 'withdrawn',
    by: ['applicant'],
    needs: [],
    effects: ['start-erasure-clock'],
  },
  /** @clause W4.1 */
  'meet-conditions': {
    from: ['applied'],
    to: 'ready',
    by: ['system'],
    needs: ['form-arrived', 'initial-fee-paid', 'provisioned'],
    effects: [],
  },
  /** @clause W4.1, W4.4 */
  'send-start-notice': {
    from: ['ready'],
    to: 'start-notified',
    by: ['operator'],
    needs: ['start-date-not-past'],
    effects: ['send-start-notice'],
  },
  /** @clause W4.4, W8.1 */
  'start-service': {
    from: ['start-notified'],
    to: 'active',
    by: ['system'],
    needs: ['start-date-reached'],
    effects: ['credentials-usable'],
  },
  /** An end that is fixed stays so. @clause W13.2 */
  suspend: {
    from: ['active'],
    to: 'suspended',
    by: ['operator'],
    needs: ['invoice-overdue'],
    effects: ['hold-sending', 'close-forms'],
  },
  /** @clause W13.2 */
  resume: {
    from: ['suspended'],
    to: 'active',
    by: ['operator'],
    needs: ['resumption-asked-for', 'balance-settled', 'within-unpaid-period', 'operator-approves'],
    effects: ['release-sending', 'open-forms'],
  },
  /** @clause W5.3, W15.1 */
  'accept-notice': {
    from: ['active', 'suspended'],
    to: 'same',
    by: ['tenant', 'operator'],
    needs: ['notice-arrived'],
    effects: ['confirm-end'],
  },
  /** @decision D-20 */
  'withdraw-notice': {
    from: ['active', 'suspended'],
    ending: true,
    to: 'same',
    by: ['tenant', 'operator'],
    needs: ['both-parties-agree', 'before-end'],
    effects: ['confirm-end'],
  },
  /** @clause W14.1 */
  'terminate-now': {
    from: ['active', 'suspended'],
    to: 'terminated',
    by: ['operator'],
    needs: ['immediate-reason', 'two-persons'],
    effects: atTheEnd,
  },
  /** @clause W14.2 */
  'terminate-uncured': {
    from: ['active', 'suspended'],
    to: 'terminated',
    by: ['operator'],
    needs: ['cure-failed'],
    effects: atTheEnd,
  },
  /** 24:00 of the last day. @clause W15.1, W15.2 */
  'reach-end': {
    from: ['active', 'suspended'],
    ending: true,
    to: 'terminated',
    by: ['system'],
    needs: ['end-reached'],
    effects: atTheEnd,
  },
  /** Also of those who were accepted and never began. @decision D-08 */
  'erase-service-data': {
    from: ['terminated', 'rejected', 'withdrawn'],
    to: 'data-erased',
    by: ['system'],
    needs: ['consent-evidence-kept'],
    effects: ['erase-service-data'],
  },
  /** @decision D-08 */
  'erase-personal-data': {
    from: ['data-erased'],
    to: 'erased',
    by: ['system'],
    needs: ['retention-over', 'balance-closed', 'no-legal-hold'],
    effects: ['erase-personal-data'],
  },
} as const satisfies Record<string, ContractMove>;

/** What somebody can ask about data held on them. @clause P2 開示等, §2.5 */
export const requestKinds = [
  'PURPOSE_NOTICE',
  'DISCLOSURE',
  'DISCLOSURE_OF_TRANSFER_RECORDS',
  'CORRECTION',
  'ADDITION',
  'DELETION',
  'STOP_USE',
  'STOP_THIRD_PARTY',
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = [
  'identity_pending',
  'identity_failed',
  'fee_pending',
  'in_review',
  'fulfilled',
  'partially_fulfilled',
  'refused',
  'withdrawn',
  'expired',
  'closed',
] as const;
export type RequestState = (typeof requestStates)[number];

export type RequestEvent =
  | 'verify'
  | 'fail'
  | 'pay'
  | 'fulfil'
  | 'fulfil-in-part'
  | 'refuse'
  | 'withdraw'
  | 'expire'
  | 'close';

const moves: Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>> = {
  identity_pending: {
    verify: 'in_review',
    fail: 'identity_failed',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  fee_pending: { pay: 'in_review', withdraw: 'withdrawn', expire: 'expired' },
  in_review: {
    fulfil: 'fulfilled',
    'fulfil-in-part': 'partially_fulfilled',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  fulfilled: { close: 'closed' },
  partially_fulfilled: { close: 'closed' },
  refused: { close: 'closed' },
  identity_failed: {},
  withdrawn: {},
  expired: {},
  closed: {},
};

/** Undefined when the event has no meaning in that state. Who owes a fee pays before anybody looks at the request. */
export const stateAfter = (
  state: RequestState,
  event: RequestEvent,
  feeYen: number,
): RequestState | undefined =>
  event === 'verify' && state === 'identity_pending' && feeYen > 0
    ? 'fee_pending'
    : moves[state][event];

const withFee: readonly RequestKind[] = ['PURPOSE_NOTICE', 'DISCLOSURE'];

/** The law lets nothing be asked for the others. @clause 個人情報保護法38条 */
export const mayCost = (kind: RequestKind): boolean => withFee.includes(kind);

/** Whether the answer is a package of data. */
export const isDisclosure = (kind: RequestKind): boolean =>
  kind === 'DISCLOSURE' || kind === 'DISCLOSURE_OF_TRANSFER_RECORDS' || kind === 'PURPOSE_NOTICE';

/** Whether a request was granted after which the reader is erased. */
export const erasesReader = ({ state, kind }: Pick<DataRequest, 'state' | 'kind'>): boolean =>
  state === 'fulfilled' && (kind === 'DELETION' || kind === 'STOP_USE');

const dayMs = 86_400_000;

/** When an answer is due. @clause §4.4 */
export const dueAt = (receivedAt: Date): Date => new Date(receivedAt.getTime() + 14 * dayMs);

/** For so long one waits for proof of identity or the fee, and for so long an answer can be fetched. @clause §2.5 */
export const patienceMs = 30 * dayMs;

export interface DataRequest {
  readonly id: string;
  /** Whose reader or contact; null when nobody can tell. */
  readonly tenantId: string | null;
  readonly kind: RequestKind;
  readonly subject: 'subscriber' | 'contact';
  readonly subscriberId: string | null;
  readonly state: RequestState;
  readonly locale: 'ja' | 'en';
  readonly format: 'electronic' | 'paper';
  readonly name: string;
  /** Of contacts only. */
  readonly replyAddress: string | null;
  readonly postalAddress: string | null;
  readonly details: string;
  readonly reason: string | null;
  readonly feeYen: number;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly verifiedAt: Date | null;
  readonly decidedAt: Date | null;
}

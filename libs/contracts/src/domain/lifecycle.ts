import { PlainDate } from '#lib/kernel';
import type { ContractStage } from './contract-stage.js';
import { contractMoves } from './lifecycle-moves.js';
import type { ContractEffect, ContractMove, ContractNeed } from './lifecycle-moves.js';

/** Where a contract stands. One whose end is fixed goes on being served, or suspended, until then. */
export type ContractLife =
  | { readonly stage: Exclude<ContractStage, 'active' | 'suspended'> }
  | {
      readonly stage: 'active' | 'suspended';
      /** The last day of service once a notice has fixed it: the contract is ending (解約予定). */
      readonly endDate: PlainDate | null;
    };

export type ContractEvent =
  | { readonly kind: Exclude<keyof typeof contractMoves, 'accept-notice'> }
  | { readonly kind: 'accept-notice'; readonly endDate: PlainDate };

export type ContractDecision =
  | { readonly to: ContractLife; readonly effects: readonly ContractEffect[] }
  /** The event does not belong to the stage. */
  | { readonly refused: 'impossible' }
  /** It would, but for these. */
  | { readonly refused: 'unmet'; readonly unmet: readonly ContractNeed[] };

/**
 * What an event makes of a contract.
 * @clause W4, W5, W13, W14, W15
 * @param life undefined before the application
 * @param met the conditions that hold, each worked out by the rule it belongs to
 */
export const advanceContract = (
  life: ContractLife | undefined,
  event: ContractEvent,
  met: ReadonlySet<ContractNeed>,
): ContractDecision => {
  const move: ContractMove = contractMoves[event.kind];
  if (!belongs(move, life)) return { refused: 'impossible' };
  const unmet = move.needs.filter((need) => !met.has(need));
  if (unmet.length > 0) return { refused: 'unmet', unmet };
  return { to: next(life, event, move), effects: move.effects };
};

/** The last day of service, once fixed. @clause W5.3 */
export const endDateOf = (life: ContractLife | undefined): PlainDate | null =>
  life && 'endDate' in life ? life.endDate : null;

const belongs = (move: ContractMove, life: ContractLife | undefined): boolean =>
  move.from.includes(life?.stage ?? 'none') &&
  (move.ending === undefined || move.ending === (endDateOf(life) !== null));

const next = (
  life: ContractLife | undefined,
  event: ContractEvent,
  { to }: ContractMove,
): ContractLife => {
  const stage = to === 'same' ? life?.stage : to;
  if (stage === 'active' || stage === 'suspended')
    return { stage, endDate: nextEnd(endDateOf(life), event) };
  if (stage === undefined) throw new RangeError('nothing stays the same before the application');
  return { stage };
};

/** The earliest valid end wins. @decision D-20 */
const nextEnd = (present: PlainDate | null, event: ContractEvent): PlainDate | null => {
  if (event.kind === 'withdraw-notice') return null;
  if (event.kind !== 'accept-notice') return present;
  return present && PlainDate.compare(present, event.endDate) <= 0 ? present : event.endDate;
};

import { cureState, lastCureDay } from '../domain/cure-notice.js';
import { contractMoves } from '../domain/lifecycle-moves.js';
import type { ContractMove } from '../domain/lifecycle-moves.js';
import type { Contract } from '../domain/contract.js';
import type { DetailsChange } from '../store/details-changes.store.js';
import type { PastProposal } from '../store/proposals.store.js';
import type { WholeContract } from '../use-cases/read-contract.js';
import { contractView, detailsChangeView } from './contract-view.js';
import type {
  OperatorContractView,
  OperatorDetailsChangeView,
  ProposalView,
} from './operator-contract.dto.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const operatorContractView = (whole: WholeContract, now: Date): OperatorContractView => {
  const { contract, cures, proposals } = whole;
  const { formArrivedAt, initialPaidAt, provisionedAt, startNotifiedAt } = contract;
  return Object.assign(contractView(whole), {
    applicationId: contract.applicationId,
    detailsChanges: whole.detailsChanges.map(operatorDetailsChangeView),
    startGate: {
      formArrivedAt: iso(formArrivedAt),
      initialPaidAt: iso(initialPaidAt),
      provisionedAt: iso(provisionedAt),
      startNotifiedAt: iso(startNotifiedAt),
    },
    cures: cures.map((cure) => ({
      id: cure.id,
      breach: cure.breach,
      prohibitedActs: [...cure.prohibitedActs],
      state: cureState(cure, now),
      lastDay: cure.arrivedAt && lastCureDay(cure.arrivedAt, cure.days).toString(),
    })),
    proposals: proposals.map(proposalView),
    moves: movesOf(contract),
  });
};

/** With what is to be; a new account is not told here, the mandate holds it. */
export const operatorDetailsChangeView = (change: DetailsChange): OperatorDetailsChangeView =>
  Object.assign(detailsChangeView(change), {
    to: Object.entries(change.changes).flatMap(([field, value]) =>
      value === true ? [] : [{ field, value }],
    ),
  });

export const proposalView = (proposal: PastProposal): ProposalView => ({
  id: proposal.id,
  action: proposal.action,
  state: proposal.state,
  reason: proposal.reason,
  terminationReason: proposal.terminationReason,
  proposedBy: proposal.proposedBy,
  proposedAt: proposal.proposedAt.toISOString(),
});

/** The operator's moves that belong to the stage; their conditions are looked at when they are made. */
const movesOf = ({ stage, endDate }: Contract): string[] =>
  Object.entries(contractMoves)
    .filter(([, move]: [string, ContractMove]) => {
      const fitsEnd = move.ending === undefined || move.ending === (endDate !== null);
      return move.from.includes(stage) && move.by.includes('operator') && fitsEnd;
    })
    .map(([name]) => name);

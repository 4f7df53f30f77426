import { AuditTrail, CloseTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, PlainDate, jstDate, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { contractEnded, contractResumed, contractSuspended } from '../contracts.facts.js';
import type { Contract, EndReason } from '../domain/contract.js';
import { erasureDates } from '../domain/erasure-dates.js';
import { advanceContract, endDateOf } from '../domain/lifecycle.js';
import type { ContractEvent, ContractLife } from '../domain/lifecycle.js';
import type { ContractEffect, ContractNeed } from '../domain/lifecycle-moves.js';
import { needTexts } from '../domain/need-texts.js';
import { ContractsStore } from '../store/contracts.store.js';
import type { ContractPatch } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';

export interface Move {
  readonly event: ContractEvent;
  /** The conditions that hold. */
  readonly met: readonly ContractNeed[];
  readonly actor: Actor;
  /** For the history; the tenant can read it. */
  readonly reason?: string | null;
  /** Why service ends, where this move ends it. */
  readonly endReason?: EndReason;
  /** What else is written with the move. */
  readonly patch?: ContractPatch;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** Takes a contract that is held one step on: the table of moves decides, and every effect happens with it or not at all. */
@Injectable()
export class MoveContract {
  constructor(
    private readonly contracts: ContractsStore,
    private readonly history: HistoryStore,
    private readonly suspensions: SuspensionsStore,
    private readonly closeTenant: CloseTenant,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.impossible, contracts.unmet */
  async within(tx: Tx, tenantId: TenantId, contract: Contract, move: Move): Promise<Contract> {
    const { event, actor, reason = null, details = {} } = move;
    const decision = advanceContract(lifeOf(contract), event, new Set(move.met));
    if ('refused' in decision) throw refusal(contract, decision);
    const { to, effects } = decision;
    const at = this.clock.now();
    const patch = {
      ...move.patch,
      stage: to.stage,
      ...('endDate' in to && { endDate: endDateOf(to) }),
      ...(effects.includes('start-erasure-clock') && endOf(contract, at, move.endReason)),
    };
    await this.contracts.patch(tx, tenantId, contract.id, patch);
    const next = { ...contract, ...patch, version: contract.version + 1 };
    const { stage } = next;
    const change = { stage, event: event.kind, at, actor, reason, details };
    await this.history.add(tx, tenantId, contract.id, change);
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: `contract.${event.kind}`,
      subject: { kind: 'contract', id: contract.id },
      ...(reason !== null && { details: { reason } }),
    });
    await this.carryOut(tx, tenantId, next, { effects, at, actor, reason });
    return next;
  }

  private async carryOut(
    tx: Tx,
    tenantId: TenantId,
    { id: contractId, endDate, endReason }: Contract,
    { effects, at, actor, reason }: Consequences,
  ): Promise<void> {
    const told = { tenantId, contractId };
    if (effects.includes('hold-sending')) {
      const suspension = { id: newId(at), contractId, from: at, reason: reason ?? '' };
      await this.suspensions.begin(tx, tenantId, suspension);
      await this.outbox.tell(tx, contractSuspended, told);
    }
    if (effects.includes('release-sending')) {
      await this.suspensions.end(tx, tenantId, contractId, at);
      await this.outbox.tell(tx, contractResumed, told);
    }
    if (effects.includes('revoke-credentials'))
      await this.closeTenant.within(tx, { tenantId, actor });
    if (effects.includes('final-invoice'))
      await this.outbox.tell(tx, contractEnded, {
        ...told,
        endDate: String(endDate),
        reason: endReason ?? 'unsuitable',
      });
  }
}

interface Consequences {
  readonly effects: readonly ContractEffect[];
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string | null;
}

const lifeOf = ({ stage, endDate }: Contract): ContractLife =>
  stage === 'active' || stage === 'suspended' ? { stage, endDate } : { stage };

/** An end that was fixed stays, also where it had come before it was written down; one that comes at once makes today the last day. */
const endOf = (contract: Contract, at: Date, reason: EndReason | undefined): ContractPatch => {
  const today = jstDate(at);
  const isFixed = reason === undefined || isBefore(contract.endDate, today);
  const endDate = isFixed && contract.endDate ? contract.endDate : today;
  const erasure = erasureDates(endDate);
  return {
    endDate,
    ...(reason !== undefined && { endReason: reason }),
    endedAt: at,
    eraseServiceDataBy: erasure.serviceDataBy,
    erasePersonalDataFrom: erasure.personalDataFrom,
  };
};

const isBefore = (day: PlainDate | null, other: PlainDate): boolean =>
  day !== null && PlainDate.compare(day, other) < 0;

const refusal = (
  { stage }: Contract,
  decision: { refused: 'impossible' } | { refused: 'unmet'; unmet: readonly ContractNeed[] },
): Error => {
  if (decision.refused === 'impossible') return contractsErrors.impossible({ params: { stage } });
  const { unmet } = decision;
  return contractsErrors.unmet({
    params: {
      unmet: unmet.join(' '),
      ja: unmet.map((need) => needTexts[need].ja).join('、'),
      en: unmet.map((need) => needTexts[need].en).join(', '),
    },
  });
};

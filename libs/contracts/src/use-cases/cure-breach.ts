import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { cureState } from '../domain/cure-notice.js';
import { terminationReasonTexts } from '../domain/termination.js';
import { cureNoticeV1 } from '../notices/cure-notice.v1.js';
import { terminationV1 } from '../notices/termination.v1.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CuresStore } from '../store/cures.store.js';
import { MoveContract } from './move-contract.js';
import { TellTenant } from './tell-tenant.js';

interface Breach {
  readonly tenantId: TenantId;
  /** What is to be mended; never money. */
  readonly breach: string;
  readonly prohibitedActs: readonly string[];
  readonly days: number;
  readonly actor: Actor;
}

interface OfCure {
  readonly tenantId: TenantId;
  readonly cureId: string;
  readonly actor: Actor;
}

/** 是正勧告: a request to mend a breach, its cure, and the termination if nothing was mended in time. @clause W14.2 */
@Injectable()
export class CureBreach {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly cures: CuresStore,
    private readonly move: MoveContract,
    private readonly tell: TellTenant,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id. @throws BusinessError contracts.not-found, contracts.impossible */
  request({ tenantId, breach, prohibitedActs, days, actor }: Breach): Promise<string> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const { stage } = contract;
      if (stage !== 'active' && stage !== 'suspended')
        throw contractsErrors.impossible({ params: { stage } });
      const postedAt = this.clock.now();
      const id = newId(postedAt);
      const cure = { id, breach, prohibitedActs, days, postedAt, arrivedAt: null, curedAt: null };
      const values = { breach, prohibitedActs, days };
      const postedNoticeId = await this.tell.within(tx, tenantId, cureNoticeV1, () => values);
      await this.cures.insert(tx, tenantId, { ...cure, contractId: contract.id, postedNoticeId });
      await this.record(tx, { tenantId, cureId: id, actor }, 'requested');
      return id;
    });
  }

  /** The breach is mended. @throws BusinessError contracts.cure-not-found */
  cured(of: OfCure): Promise<void> {
    return this.database.inTenant(of.tenantId, async (tx) => {
      await this.cures.hold(tx, of.tenantId, of.cureId);
      await this.cures.noteCure(tx, of.tenantId, of.cureId, this.clock.now());
      await this.record(tx, of, 'noted');
    });
  }

  /** Ends the contract at once. @throws BusinessError contracts.cure-not-found, contracts.unmet until the days are over */
  terminate(of: OfCure): Promise<void> {
    const { tenantId, cureId, actor } = of;
    return this.database.inTenant(tenantId, async (tx) => {
      const cure = await this.cures.hold(tx, tenantId, cureId);
      const contract = await this.contracts.hold(tx, tenantId);
      const failed = cureState(cure, this.clock.now()) === 'failed';
      await this.move.within(tx, tenantId, contract, {
        event: { kind: 'terminate-uncured' },
        met: failed ? ['cure-failed'] : [],
        actor,
        reason: cure.breach,
        endReason: 'breach',
      });
      const why = terminationReasonTexts.breach;
      await this.tell.within(tx, tenantId, terminationV1, (locale) => ({ reason: why[locale] }));
    });
  }

  private record(
    tx: Tx,
    { tenantId, cureId, actor }: OfCure,
    step: 'requested' | 'noted',
  ): Promise<void> {
    const subject = { kind: 'cure-notice', id: cureId };
    return this.audit.record(tx, { tenantId, actor, action: `contract.cure-${step}`, subject });
  }
}

import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { resolveTermRules } from '../domain/term-rules.js';
import { AgreedStore } from '../store/agreed.store.js';
import { CatalogueStore } from '../store/catalogue.store.js';
import { nobody } from '../store/contract-columns.js';
import { ContractsStore } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';

interface NewContract {
  readonly tenantId: TenantId;
  /** 利用開始日: the service is open from 00:00 of that day in Japan. */
  readonly serviceStartDate: PlainDate;
  /** The first course there is unless given. */
  readonly courseCode?: string;
  readonly actor?: Actor;
}

/** Puts a contract in force at once for a tenant that has none, past the start gate. Gives its id. */
@Injectable()
export class OpenContract {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly catalogue: CatalogueStore,
    private readonly contracts: ContractsStore,
    private readonly agreed: AgreedStore,
    private readonly history: HistoryStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.already-open, contracts.unknown-course, accounts.tenant-not-found */
  async execute(contract: NewContract): Promise<string> {
    const { tenantId, serviceStartDate, actor = { kind: 'system' } } = contract;
    const at = this.clock.now();
    const id = newId(at);
    await this.database.inTenant(tenantId, async (tx) => {
      const { name } = await this.tenants.get(tx, tenantId);
      const course = await this.catalogue.course(tx, contract.courseCode ?? 'STANDARD');
      const stage = 'active';
      await this.contracts.insert(tx, tenantId, {
        id,
        stage,
        serviceStartDate,
        applicationId: null,
        appliedAt: at,
        rules: resolveTermRules({ course: course.termRules }),
        billTo: { ...nobody, name },
        termsVersion: null,
        termsHash: null,
        formArrivedAt: at,
        provisionedAt: at,
      });
      const from = serviceStartDate.toPlainYearMonth();
      await this.agreed.setCourse(tx, tenantId, id, { courseCode: course.code, from });
      await this.history.add(tx, tenantId, id, { stage, event: 'opened', at, actor });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.opened',
        subject: { kind: 'contract', id },
        details: { serviceStartDate: serviceStartDate.toString() },
      });
    });
    return id;
  }
}

import type { PlainDate, TenantId } from '#lib/kernel';
import { LostNotices } from '#lib/notices';
import type { LostNotice } from '#lib/notices';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { startNoticeDueBy } from '../domain/start-gate.js';
import { ApplicationsStore } from '../store/applications.store.js';
import { ContractMailsStore } from '../store/contract-mails.store.js';
import type { OpenContractMail } from '../store/contract-mails.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CourseChangesStore } from '../store/course-changes.store.js';
import type { ChangeRequest } from '../store/course-changes.store.js';
import { DetailsChangesStore } from '../store/details-changes.store.js';
import type { DetailsChange } from '../store/details-changes.store.js';
import { ProposalsStore } from '../store/proposals.store.js';
import type { PastProposal } from '../store/proposals.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';
import { ownKinds } from './tell-again.js';

type OfTenant<T> = T & { readonly tenantId: TenantId };

export interface ContractInbox {
  readonly applications: number;
  /** With the last day on which the start notice is in time. */
  readonly readyToStart: readonly OfTenant<{ readonly dueBy: PlainDate }>[];
  readonly mails: readonly OpenContractMail[];
  readonly changeRequests: readonly OfTenant<ChangeRequest>[];
  readonly proposals: readonly OfTenant<PastProposal>[];
  readonly detailsChanges: readonly OfTenant<DetailsChange>[];
  readonly resumptionsAsked: readonly TenantId[];
  /** What came back, and was not told by another way. */
  readonly lostNotices: readonly LostNotice[];
}

/** Everything about contracts that waits for an operator. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly contracts: ContractsStore,
    private readonly mails: ContractMailsStore,
    private readonly changes: CourseChangesStore,
    private readonly proposals: ProposalsStore,
    private readonly details: DetailsChangesStore,
    private readonly suspensions: SuspensionsStore,
    private readonly lost: LostNotices,
  ) {}

  execute(): Promise<ContractInbox> {
    return this.database.asSystem(async (tx) => ({
      applications: await this.applications.waiting(tx),
      readyToStart: (await this.contracts.ready(tx)).map(({ tenantId, since }) => ({
        tenantId,
        dueBy: startNoticeDueBy(since),
      })),
      mails: await this.mails.open(tx),
      changeRequests: await this.changes.open(tx),
      proposals: await this.proposals.open(tx),
      detailsChanges: await this.details.toCheck(tx),
      resumptionsAsked: await this.suspensions.asked(tx),
      lostNotices: await this.lost.list(tx, ownKinds),
    }));
  }
}

import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
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

type OfTenant<T> = T & { readonly tenantId: TenantId };

export interface ContractInbox {
  readonly applications: number;
  readonly readyToStart: readonly TenantId[];
  readonly mails: readonly OpenContractMail[];
  readonly changeRequests: readonly OfTenant<ChangeRequest>[];
  readonly proposals: readonly OfTenant<PastProposal>[];
  readonly detailsChanges: readonly OfTenant<DetailsChange>[];
  readonly resumptionsAsked: readonly TenantId[];
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
  ) {}

  execute(): Promise<ContractInbox> {
    return this.database.asSystem(async (tx) => ({
      applications: await this.applications.waiting(tx),
      readyToStart: await this.contracts.ready(tx),
      mails: await this.mails.open(tx),
      changeRequests: await this.changes.open(tx),
      proposals: await this.proposals.open(tx),
      detailsChanges: await this.details.toCheck(tx),
      resumptionsAsked: await this.suspensions.asked(tx),
    }));
  }
}

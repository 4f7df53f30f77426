import {
  applicationAccepted,
  applicationRejected,
  contractEndFixed,
  contractEnded,
} from '#lib/contracts';
import { every, handle, when } from '#platform/queue';
import type { LibraryJobs } from '#platform/queue';
import { billTenantJob, finalInvoiceJob, initialInvoiceJob } from './jobs/bill-tenant.job.js';
import { BillTenant } from './use-cases/bill-tenant.js';
import { IssueFinalInvoice } from './use-cases/issue-final-invoice.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';
import { OnContractEnded } from './use-cases/on-contract-ended.js';
import { ReleaseInitial } from './use-cases/release-initial.js';
import { ReleasePrepaid } from './use-cases/release-prepaid.js';
import { paymentJobs } from './payments.jobs.js';
import { StartDueRun } from './use-cases/start-due-run.js';

export const billingJobs: LibraryJobs = {
  purpose: 'STATEMENTS_AND_INVOICES',
  jobs: [
    handle(billTenantJob, BillTenant),
    handle(initialInvoiceJob, IssueInitialInvoice),
    handle(finalInvoiceJob, IssueFinalInvoice),
    ...paymentJobs.jobs,
  ],
  facts: [
    when(applicationAccepted, IssueInitialInvoice),
    when(applicationRejected, ReleaseInitial),
    when(contractEndFixed, ReleasePrepaid),
    when(contractEnded, OnContractEnded),
    ...paymentJobs.facts,
  ],
  sweeps: [every(60, StartDueRun), ...paymentJobs.sweeps],
};

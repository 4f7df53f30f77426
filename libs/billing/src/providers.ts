import { BilledContracts } from './billed-contract.js';
import { InvoiceBook } from './invoice-book.js';
import { Peaks } from './peaks.js';
import { PendingCharges } from './pending-charges.js';
import { BillingSettingsStore } from './store/billing-settings.store.js';
import { CreditNotesStore } from './store/credit-notes.store.js';
import { DebitStandings } from './store/debit-standings.store.js';
import { DocumentsStore } from './store/documents.store.js';
import { InvoiceCorrectionsStore } from './store/invoice-corrections.store.js';
import { InvoicesStore } from './store/invoices.store.js';
import { MoneyMattersStore } from './store/money-matters.store.js';
import { OverviewStore } from './store/overview.store.js';
import { PeaksStore } from './store/peaks.store.js';
import { PendingChargesStore } from './store/pending-charges.store.js';
import { PriceTablesStore } from './store/price-tables.store.js';
import { RunsStore } from './store/runs.store.js';
import { SettledMonthsStore } from './store/settled-months.store.js';
import { TenantsToBill } from './tenants-to-bill.js';
import { BillTenant } from './use-cases/bill-tenant.js';
import { CarryOutPlan } from './use-cases/carry-out-plan.js';
import { CloseFigures } from './use-cases/close-figures.js';
import { CorrectInvoice } from './use-cases/correct-invoice.js';
import { DecideCorrection } from './use-cases/decide-correction.js';
import { DecideCredit } from './use-cases/decide-credit.js';
import { DiscardPrices } from './use-cases/discard-prices.js';
import { DraftPrices } from './use-cases/draft-prices.js';
import { IssueFinalInvoice } from './use-cases/issue-final-invoice.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';
import { IssueInvoice } from './use-cases/issue-invoice.js';
import { OnContractEnded } from './use-cases/on-contract-ended.js';
import { PlanInvoice } from './use-cases/plan-invoice.js';
import { PreviewEnd } from './use-cases/preview-end.js';
import { ProposeCorrection } from './use-cases/propose-correction.js';
import { LapseCredits } from './use-cases/lapse-credits.js';
import { ProposeCredit } from './use-cases/propose-credit.js';
import { PublishPrices } from './use-cases/publish-prices.js';
import { ReadBillingSettings } from './use-cases/read-billing-settings.js';
import { ReadCorrections } from './use-cases/read-corrections.js';
import { ReadCreditNotes } from './use-cases/read-credit-notes.js';
import { ReadInvoices } from './use-cases/read-invoices.js';
import { ReadPrices } from './use-cases/read-prices.js';
import { ReadRuns } from './use-cases/read-runs.js';
import { ReleaseInitial } from './use-cases/release-initial.js';
import { ReleasePrepaid } from './use-cases/release-prepaid.js';
import { RunNow } from './use-cases/run-now.js';
import { SearchDocuments } from './use-cases/search-documents.js';
import { SetBillingSettings } from './use-cases/set-billing-settings.js';
import { ShowOverview } from './use-cases/show-overview.js';
import { ShowPeak } from './use-cases/show-peak.js';
import { StartDueRun } from './use-cases/start-due-run.js';
import { StartRun } from './use-cases/start-run.js';
import { VoidInvoice } from './use-cases/void-invoice.js';

/** Invoices and what leads to them; payments are in `payments.providers.ts`. */
export const stores = [
  BillingSettingsStore,
  CreditNotesStore,
  DebitStandings,
  DocumentsStore,
  InvoiceCorrectionsStore,
  InvoicesStore,
  MoneyMattersStore,
  OverviewStore,
  PeaksStore,
  PendingChargesStore,
  PriceTablesStore,
  RunsStore,
  SettledMonthsStore,
];

export const useCases = [
  BilledContracts,
  BillTenant,
  CarryOutPlan,
  CloseFigures,
  CorrectInvoice,
  DecideCorrection,
  DecideCredit,
  DiscardPrices,
  DraftPrices,
  InvoiceBook,
  IssueFinalInvoice,
  IssueInitialInvoice,
  IssueInvoice,
  OnContractEnded,
  Peaks,
  PendingCharges,
  PlanInvoice,
  PreviewEnd,
  ProposeCorrection,
  ProposeCredit,
  LapseCredits,
  PublishPrices,
  ReadBillingSettings,
  ReadCorrections,
  ReadCreditNotes,
  ReadInvoices,
  ReadPrices,
  ReadRuns,
  ReleaseInitial,
  ReleasePrepaid,
  RunNow,
  SearchDocuments,
  SetBillingSettings,
  ShowOverview,
  ShowPeak,
  StartDueRun,
  StartRun,
  TenantsToBill,
  VoidInvoice,
];

import { Flag, Instant, NestedList, Text, Uuid, Whole, Nested } from '#platform/http';
import type { PreviewedTenant } from '../use-cases/read-runs.js';
import type { RunProgress, RunTenant } from '../store/runs.store.js';
import { InvoiceLineView, TotalsView, lineView, totalsView } from './invoice.view.js';

export class RunView {
  @Text({ example: '2026-07' }) month!: string;
  @Instant() startedAt!: string;
  @Whole() tenants!: number;
  @Whole() invoiced!: number;
  @Whole({ about: 'Nothing to pay' }) nothing!: number;
  @Whole({ about: 'A person must look at these; start the run again afterwards' })
  problems!: number;
  @Whole({ about: 'Not looked at yet' }) waiting!: number;
  @Whole({ about: 'With tax' }) invoicedYen!: number;
}

export class RunListView {
  @NestedList(() => RunView, { about: 'Newest first' }) items!: RunView[];
}

class RunProblemView {
  @Uuid() tenantId!: string;
  @Text({ about: 'no-price or beyond-tiers; then the month and the peak' })
  problem!: string;
}

export class RunDetailView extends RunView {
  @NestedList(() => RunProblemView, { max: 10_000 }) problemTenants!: RunProblemView[];
}

class PreviewTenantView {
  @Uuid() tenantId!: string;
  @Text({ nullable: true }) recipientName!: string | null;
  @NestedList(() => InvoiceLineView) lines!: InvoiceLineView[];
  @Nested(() => TotalsView) totals!: TotalsView;
  @Text({ nullable: true }) problem!: string | null;
  @Flag({ about: 'A month to be closed still goes on: its peak may grow' }) provisional!: boolean;
  @Whole({ about: 'Unpaid invoices it would void first' }) voids!: number;
}

export class RunPreviewView {
  @NestedList(() => PreviewTenantView, { about: 'In the order of their ids' })
  items!: PreviewTenantView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const runView = (run: RunProgress): RunView => ({
  month: run.month.toString(),
  startedAt: run.startedAt.toISOString(),
  tenants: run.tenants,
  invoiced: run.invoiced,
  nothing: run.nothing,
  problems: run.problems,
  waiting: run.waiting,
  invoicedYen: run.invoicedYen,
});

export const runDetailView = (
  run: RunProgress & { problemTenants: readonly RunTenant[] },
): RunDetailView =>
  Object.assign(runView(run), {
    problemTenants: run.problemTenants.map(({ tenantId, problem }) => ({
      tenantId,
      problem: problem ?? '',
    })),
  });

export const previewTenantView = (tenant: PreviewedTenant): PreviewTenantView => ({
  tenantId: tenant.tenantId,
  recipientName: tenant.recipientName,
  lines: tenant.lines.map(lineView),
  totals: totalsView(tenant.totals),
  problem: tenant.problem,
  provisional: tenant.provisional,
  voids: tenant.voids,
});

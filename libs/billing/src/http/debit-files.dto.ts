import {
  Choice,
  Flag,
  Instant,
  NestedList,
  Text,
  Uuid,
  Uuids,
  Whole,
  encodeCursor,
} from '#platform/http';
import type { PlannedFile } from '../debit-planning.js';
import type { RunDates } from '../domain/calendar/debit-schedule.js';
import { debitOutcome } from '../domain/debit/debit-result.js';
import type { FiledDebit } from '../store/debit-entries.store.js';
import { debitFileStates } from '../store/debit-files.store.js';
import type { DebitFile } from '../store/debit-files.store.js';
import { FileContentDto } from './file-content.dto.js';

export class PrepareDebitFileDto {
  @Text({ max: 7, about: 'Month of the run', example: '2026-07' }) month!: string;
  @Uuid() bankProfileId!: string;
}

export class DebitPreviewQuery extends PrepareDebitFileDto {}

export class DebitResultDto extends FileContentDto {}

export class ResolveDebitDto {
  @Choice(['0', '1', '2', '3', '4', '8', '9'], { about: '振替結果コード as the bank means it' })
  code!: '0' | '1' | '2' | '3' | '4' | '8' | '9';
  @Text({ max: 500, about: 'Whom at the bank one asked, and when' }) note!: string;
}

export class DebitCalendarQuery {
  @Uuid() bankProfileId!: string;
  @Whole({ min: 2020, max: 2049, example: 2026 }) year!: number;
}

class RunDatesView {
  @Text() month!: string;
  @Text({ about: 'Invoices are issued' }) issueDay!: string;
  @Flag({ about: 'Holidays draw the run before the 11th' }) advanced!: boolean;
  @Text({ about: 'The last day for the file' }) fileBy!: string;
  @Instant({ about: 'From then on the bank takes no file' }) fileClosesAt!: string;
  @Text({ about: 'The day of the debit and due date' }) dueDate!: string;
}

export class DebitCalendarView {
  @NestedList(() => RunDatesView) items!: RunDatesView[];
}

class PlannedDebitView {
  @Uuid() tenantId!: string;
  @Uuid() mandateId!: string;
  @Text() customerNumber!: string;
  @Choice(['first', 'changed', 'other'], { about: '新規コード' }) occasion!: string;
  @Whole() amountYen!: number;
  @Uuids() invoiceIds!: string[];
}

class LeftOutView {
  @Uuid() tenantId!: string;
  @Uuid() invoiceId!: string;
  @Text() number!: string;
  @Choice(['no-mandate', 'mandate-too-late']) reason!: string;
}

export class DebitPreviewView extends RunDatesView {
  @Flag({ about: 'Whether the bank would take the file now' }) inTime!: boolean;
  @Whole() count!: number;
  @Whole() totalYen!: number;
  @NestedList(() => PlannedDebitView) debits!: PlannedDebitView[];
  @NestedList(() => LeftOutView, { about: 'To be paid by transfer instead' })
  leftOut!: LeftOutView[];
}

export class DebitFileView {
  @Uuid() id!: string;
  @Text() month!: string;
  @Text() debitDate!: string;
  @Instant() closesAt!: string;
  @Uuid() bankProfileId!: string;
  @Choice(debitFileStates) state!: string;
  @Instant() preparedAt!: string;
  @Uuid({ nullable: true }) preparedBy!: string | null;
  @Instant({ nullable: true }) confirmedAt!: string | null;
  @Uuid({ nullable: true }) confirmedBy!: string | null;
  @Instant({ nullable: true }) handedOverAt!: string | null;
  @Instant({ nullable: true }) answeredAt!: string | null;
  @Text({ nullable: true, about: 'SHA-256 of the bytes, hexadecimal' }) sha256!: string | null;
  @Whole() count!: number;
  @Whole() totalYen!: number;
}

class FiledDebitView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Uuid() mandateId!: string;
  @Text() customerNumber!: string;
  @Text({ nullable: true, about: 'Masked' }) account!: string | null;
  @Whole() amountYen!: number;
  @Uuids() invoiceIds!: string[];
  @Flag({ about: 'Taken out of the file: paid or voided meanwhile' }) removed!: boolean;
  @Text({ nullable: true }) resultCode!: string | null;
  @Text({ nullable: true, about: 'The bank’s code in words' }) resultText!: string | null;
  @Choice(['settled', 'failed', 'unclear'], { nullable: true }) outcome!: string | null;
}

export class DebitFileDetailView extends DebitFileView {
  @NestedList(() => FiledDebitView) debits!: FiledDebitView[];
}

export class DebitFileListView {
  @NestedList(() => DebitFileView) items!: DebitFileView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class ResultCountsView {
  @Whole() settled!: number;
  @Whole() failed!: number;
  @Whole({ about: 'Left to a person' }) unclear!: number;
}

type Plain<View> = { [Field in keyof View]: View[Field] };

export const runDatesView = (dates: RunDates): Plain<RunDatesView> => ({
  month: dates.month.toString(),
  issueDay: dates.issueDay.toString(),
  advanced: dates.advanced,
  fileBy: dates.fileBy.toString(),
  fileClosesAt: dates.fileClosesAt.toISOString(),
  dueDate: dates.dueDate.toString(),
});

export const debitPreviewView = ({
  dates,
  inTime,
  debits,
  leftOut,
}: PlannedFile): DebitPreviewView => ({
  ...runDatesView(dates),
  inTime,
  count: debits.length,
  totalYen: debits.reduce((sum, { amount }) => sum + amount, 0),
  debits: debits.map(({ amount, invoices, ...debit }) => ({
    ...debit,
    amountYen: amount,
    invoiceIds: invoices.map(({ id }) => id),
  })),
  leftOut: [...leftOut],
});

const debitFileView = (file: DebitFile): Plain<DebitFileView> => {
  const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: file.id,
    bankProfileId: file.bankProfileId,
    state: file.state,
    preparedBy: file.preparedBy,
    confirmedBy: file.confirmedBy,
    sha256: file.sha256,
    count: file.count,
    month: file.month.toString(),
    debitDate: file.debitDate.toString(),
    closesAt: file.closesAt.toISOString(),
    preparedAt: file.preparedAt.toISOString(),
    confirmedAt: instant(file.confirmedAt),
    handedOverAt: instant(file.handedOverAt),
    answeredAt: instant(file.answeredAt),
    totalYen: file.total,
  };
};

export const debitFileDetailView = (
  file: DebitFile,
  debits: readonly FiledDebit[],
): DebitFileDetailView => ({
  ...debitFileView(file),
  debits: debits.map(({ amount, invoices, removedAt, maskedAccount, resultCode, ...debit }) => ({
    id: debit.id,
    tenantId: debit.tenantId,
    mandateId: debit.mandateId,
    customerNumber: debit.customerNumber,
    account: maskedAccount,
    amountYen: amount,
    invoiceIds: invoices.map(({ id }) => id),
    removed: removedAt !== null,
    resultCode,
    resultText: resultCode === null ? null : debitOutcome(resultCode).reason.ja,
    outcome: debit.outcome,
  })),
});

export const debitFileListView = (rows: readonly DebitFile[], size: number): DebitFileListView => {
  const items = rows.slice(0, size).map(debitFileView);
  const last = items.at(-1);
  const more = rows.length > size && last;
  return { items, nextCursor: more ? encodeCursor({ sort: '', id: last.id }) : null };
};

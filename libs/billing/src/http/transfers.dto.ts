import {
  Choice,
  Flag,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
  encodeCursor,
} from '#platform/http';
import type { TransferFormat } from '../domain/transfer/read-transfers.js';
import type { PayerIdentity } from '../store/payers.store.js';
import type { TransferImport } from '../store/transfer-imports.store.js';
import { transferStates } from '../store/transfers.store.js';
import type { StoredTransfer, TransferState } from '../store/transfers.store.js';
import { FileContentDto } from './file-content.dto.js';

export class ImportTransfersDto extends FileContentDto {
  @Uuid() bankProfileId!: string;
  @Choice(['zengin', 'csv']) format!: TransferFormat;
}

export class ImportedView {
  @Uuid() id!: string;
  @Whole() count!: number;
  @Whole({ about: 'Known at once; the others wait for a person' }) matched!: number;
  @Whole({ about: 'Told of by an earlier file of the bank: set aside' }) repeated!: number;
}

export class TransferImportView {
  @Uuid() id!: string;
  @Uuid() bankProfileId!: string;
  @Text() fileName!: string;
  @Instant() importedAt!: string;
  @Whole() count!: number;
  @Whole() totalYen!: number;
}

export class TransferImportListView {
  @NestedList(() => TransferImportView) items!: TransferImportView[];
}

export class TransfersQuery extends ListQuery {
  @Choice(transferStates, { optional: true }) state?: TransferState;
  @Text({
    optional: true,
    max: 60,
    about: 'A part of the payer’s name, or an amount or payer code',
  })
  search?: string;
}

export class MatchTransferDto {
  @Uuid() tenantId!: string;
  @Uuids({ optional: true, max: 50, about: 'Invoices that are paid first; the oldest otherwise' })
  invoiceIds?: string[];
  @Flag({ optional: true, about: 'Match this payer’s name by itself from now on' })
  rememberName?: boolean;
}

export class SetAsideDto {
  @Text({ max: 500, about: 'Why it is no payment of a tenant' }) note!: string;
}

export class TransferView {
  @Uuid() id!: string;
  @Uuid() importId!: string;
  @Choice(transferStates) state!: string;
  @Text({ about: 'Day in Japan' }) bookedOn!: string;
  @Text({ about: 'Day the money counts from' }) valueDate!: string;
  @Whole() amountYen!: number;
  @Text() payerCode!: string;
  @Text() payerName!: string;
  @Text() bankName!: string;
  @Text() reference!: string;
  @Text({ about: 'The number to ask the bank by, or empty' }) inquiryNumber!: string;
  @Flag({ about: 'The bank takes an earlier transfer back' }) reversal!: boolean;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Choice(['code', 'amount-and-name', 'person', 'reversal'], { nullable: true })
  matchedBy!: string | null;
  @Instant({ nullable: true }) matchedAt!: string | null;
  @Text({ nullable: true }) note!: string | null;
  @Uuids({ about: 'Tenants that may have paid it, the likeliest first' }) candidates!: string[];
  @Uuid({ nullable: true, about: 'The transfer of an earlier file that this one tells of again' })
  repeatsId!: string | null;
}

export class TransferListView {
  @NestedList(() => TransferView) items!: TransferView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class PayerIdentityDto {
  @Texts({
    max: 20,
    maxLength: 12,
    about: 'Payer codes, and virtual accounts as branch and number: ten digits, 123-4567890',
  })
  codes!: string[];
  @Texts({ max: 20, maxLength: 60, about: 'Names it pays under, in kana' }) names!: string[];
}

export class PayerIdentityView extends PayerIdentityDto {}

export const payerIdentityView = ({ codes, names }: PayerIdentity): PayerIdentityView => ({
  codes: [...codes],
  names: [...names],
});

export const transferImportView = ({
  importedAt,
  total,
  ...row
}: TransferImport): TransferImportView => ({
  ...row,
  importedAt: importedAt.toISOString(),
  totalYen: total,
});

export const transferView = (transfer: StoredTransfer): TransferView => {
  const { bookedOn, valueDate, amount, matchedAt, candidates, ...row } = transfer;
  return {
    ...row,
    bookedOn: bookedOn.toString(),
    valueDate: valueDate.toString(),
    amountYen: amount,
    matchedAt: matchedAt?.toISOString() ?? null,
    candidates: [...candidates],
  };
};

export const transferListView = (
  rows: readonly StoredTransfer[],
  size: number,
): TransferListView => {
  const items = rows.slice(0, size).map(transferView);
  const last = items.at(-1);
  const more = rows.length > size && last;
  return { items, nextCursor: more ? encodeCursor({ sort: '', id: last.id }) : null };
};

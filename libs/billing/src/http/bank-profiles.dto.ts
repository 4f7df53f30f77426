import { Choice, Flag, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { BankSettings } from '../domain/banks/bank-settings.js';
import type { CsvColumns } from '../domain/transfer/csv-transfers.js';
import type { StoredBankProfile } from '../store/bank-profiles.store.js';
import { BankAccountDto, accountOf } from './bank-account.dto.js';

class CollectorDto extends BankAccountDto {
  @Text({ max: 10, about: '委託者コード', example: '1234567890' }) code!: string;
  @Text({ max: 60, about: '委託者名', example: '株式会社ウィーエムサンプル' }) name!: string;
}

class CsvColumnsDto {
  @Whole({ max: 50, about: 'Lines before the first transfer' }) headLines!: number;
  @Whole({ min: 1, max: 50, about: 'Column of the booking day, from 1' }) bookedOn!: number;
  @Whole({ min: 1, max: 50, about: 'Column of the amount paid in' }) amount!: number;
  @Whole({ min: 1, max: 50 }) payerName!: number;
  @Whole({ optional: true, nullable: true, min: 1, max: 50 }) payerCode?: number | null;
  @Whole({ optional: true, nullable: true, min: 1, max: 50 }) reference?: number | null;
  @Choice(['western', 'reiwa']) dates!: CsvColumns['dates'];
}

export class BankProfileDto {
  @Text({ max: 60, example: 'みずほ（口座振替）' }) name!: string;
  @Nested(() => CollectorDto, { about: 'The provider as the bank knows it, and its account' })
  collector!: CollectorDto;
  @Whole({ min: 1, max: 15, about: 'Business days between the file and the debit', example: 7 })
  leadBusinessDays!: number;
  @Whole({ max: 1439, about: 'Minutes after 00:00 JST at which the bank closes', example: 960 })
  closesAtMinute!: number;
  @Choice(['crlf', 'none']) lineEnd!: 'crlf' | 'none';
  @Choice(['0', ' '], { about: 'What a request has where the result will stand' })
  resultPlace!: '0' | ' ';
  @Flag({ about: 'Whether the header names the account that the money comes to' })
  headerNamesAccount!: boolean;
  @Text({ min: 0, max: 10, about: 'Characters that it takes besides the usual', example: '' })
  extraCharacters!: string;
  @Choice(['reiwa', 'western'], { about: 'How it counts years in transfer notices' })
  year!: BankSettings['year'];
  @Nested(() => CsvColumnsDto, { optional: true, nullable: true }) csv?: CsvColumnsDto | null;
}

export class BankProfileView extends BankProfileDto {
  @Uuid() id!: string;
}

export class BankProfileListView {
  @NestedList(() => BankProfileView) items!: BankProfileView[];
}

export const bankSettingsOf = (dto: BankProfileDto): BankSettings => ({
  profile: {
    schedule: { leadBusinessDays: dto.leadBusinessDays, closesAtMinute: dto.closesAtMinute },
    lineEnd: dto.lineEnd,
    resultPlace: dto.resultPlace,
    headerNamesAccount: dto.headerNamesAccount,
    extraCharacters: dto.extraCharacters,
  },
  collector: { ...accountOf(dto.collector), code: dto.collector.code, name: dto.collector.name },
  year: dto.year,
  csv: dto.csv ? csvOf(dto.csv) : null,
});

const csvOf = (dto: CsvColumnsDto): CsvColumns => ({
  headLines: dto.headLines,
  bookedOn: dto.bookedOn,
  amount: dto.amount,
  payerName: dto.payerName,
  payerCode: dto.payerCode ?? null,
  reference: dto.reference ?? null,
  dates: dto.dates,
});

export const bankProfileView = ({ id, name, settings }: StoredBankProfile): BankProfileView => {
  const { profile, collector, year, csv } = settings;
  const { schedule, ...rest } = profile;
  return { id, name, collector, ...schedule, ...rest, year, csv: csv && { ...csv } };
};

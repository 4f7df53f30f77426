import { Nested, Text, Whole } from '#platform/http';
import { defaultDunningPolicy } from '../domain/dunning/dunning.js';
import type { DunningPolicy } from '../domain/dunning/dunning.js';
import type { BillingSettings } from '../store/billing-settings.store.js';

class IssuerDto {
  @Text({ about: '適格請求書発行事業者の名称' }) name!: string;
  @Text({ max: 20, about: '登録番号: T and thirteen digits', example: 'T7000012050002' })
  registrationNumber!: string;
  @Text({ max: 300, multiline: true }) postalAddress!: string;
  @Text({ max: 300, about: 'Phone, mail or URL for questions' }) contact!: string;
  @Text({ max: 300, multiline: true, about: 'The account that transfers go to, in words' })
  bankAccount!: string;
}

class DebitScheduleDto {
  @Whole({ min: 0, max: 20, about: 'Business days between the file and the debit' })
  leadBusinessDays!: number;
  @Whole({ max: 1439, about: 'Minutes after 00:00 JST at which the agent closes' })
  closesAtMinute!: number;
}

class DunningDto {
  @Whole({ min: 1, max: 180 }) reminder!: number;
  @Whole({ min: 1, max: 180 }) overdueNotice!: number;
  @Whole({ min: 1, max: 180 }) proposeSuspension!: number;
}

const daysAfter = 'Days after the due date on which a step is taken, in this order';

export class BillingSettingsDto {
  @Nested(() => IssuerDto) issuer!: IssuerDto;
  @Nested(() => DebitScheduleDto) debitSchedule!: DebitScheduleDto;
  @Nested(() => DunningDto, { optional: true, about: `${daysAfter}; as before when absent` })
  dunning?: DunningDto;
}

export const dunningPolicyOf = (dto: DunningDto): DunningPolicy => ({
  reminder: dto.reminder,
  'overdue-notice': dto.overdueNotice,
  'propose-suspension': dto.proposeSuspension,
});

/** Null before they have been filled in. */
export class BillingSettingsView {
  @Whole({ about: '0 before they have been filled in' }) version!: number;
  @Nested(() => IssuerDto, { nullable: true }) issuer!: IssuerDto | null;
  @Nested(() => DebitScheduleDto, { nullable: true }) debitSchedule!: DebitScheduleDto | null;
  @Nested(() => DunningDto, { about: daysAfter }) dunning!: DunningDto;
}

export const billingSettingsView = (
  settings: (BillingSettings & { version: number }) | undefined,
): BillingSettingsView => {
  const dunning = settings?.dunning ?? defaultDunningPolicy;
  return {
    version: settings?.version ?? 0,
    issuer: settings?.issuer ?? null,
    debitSchedule: settings?.debitSchedule ?? null,
    dunning: {
      reminder: dunning.reminder,
      overdueNotice: dunning['overdue-notice'],
      proposeSuspension: dunning['propose-suspension'],
    },
  };
};

import { Choice, Flag, Instant, Nested, NestedList, Text, Texts, Uuid } from '#platform/http';
import { ListQuery } from '#platform/http';
import type { Locale } from '#lib/kernel';
import { applicationChannels, applicationStates } from '../domain/application.js';
import type { ApplicationForm, RejectionReason } from '../domain/application.js';
import { rejectionReasonTexts } from '../domain/termination.js';
import { Day } from './dates.js';
import { TermRulesDto, termRulesOf } from './term-rules.dto.js';

class ApplicantDto {
  @Choice(['individual', 'corporation']) kind!: 'individual' | 'corporation';
  @Text({ max: 200, example: '株式会社さくら商店' }) name!: string;
  @Text({ max: 200, example: 'カブシキガイシャサクラショウテン' }) nameKana!: string;
  @Text({ max: 500 }) postalAddress!: string;
  @Text({ max: 50 }) phone!: string;
  @Text({ max: 200 }) contactPerson!: string;
  @Text({ nullable: true, max: 254, about: 'For notices; null means letters by post' })
  pcEmail?: string | null;
  @Text({ nullable: true, max: 254 }) mobileEmail?: string | null;
}

class AcceptedDto {
  @Flag({ about: 'The terms of the version named' }) terms!: boolean;
  @Flag({ about: 'The consent clause on personal data' }) consent!: boolean;
  @Flag({ about: 'The prohibited acts' }) prohibitedActs!: boolean;
}

export class ApplyDto {
  @Nested(() => ApplicantDto) applicant!: ApplicantDto;
  @Text({ max: 50, example: 'STANDARD' }) courseCode!: string;
  @Texts({ optional: true, max: 50, maxLength: 50 }) optionCodes?: string[];
  @Text({ nullable: true, max: 50, about: 'Code of a sales campaign' }) offerCode?: string | null;
  @Text({ max: 50, about: 'Version of the terms that was shown', example: '1' })
  termsVersion!: string;
  @Text({ max: 128, about: 'SHA-256 of their text, hexadecimal' }) termsHash!: string;
  @Nested(() => AcceptedDto) accepted!: AcceptedDto;
  @Choice(['ja', 'en'], { optional: true }) locale?: Locale;
}

export class ScanDto {
  @Text({ max: 200, example: 'moushikomi.pdf' }) name!: string;
  @Choice(['application/pdf', 'image/jpeg', 'image/png']) type!: string;
  @Text({ max: 1_400_000, about: 'base64, at most 1 MB' }) content!: string;
}

export class RecordApplicationDto extends ApplyDto {
  @Choice(['paper', 'partner']) channel!: 'paper' | 'partner';
  @Text({ nullable: true, max: 200 }) partnerName?: string | null;
  @Day({ about: 'Handed over or posted' }) appliedOn!: string;
  @Day({ nullable: true, about: 'Receipt stamp; null while the form is on its way' })
  formArrivedOn?: string | null;
  @Nested(() => TermRulesDto, { optional: true, about: 'What was agreed on the form itself' })
  formRules?: TermRulesDto;
  @NestedList(() => ScanDto, { optional: true, max: 5 }) scans?: ScanDto[];
}

export class ReceivedView {
  @Uuid({ about: 'The reference' }) id!: string;
  @Text({ about: 'Withdraws the application; shown once' }) token!: string;
}

export class WithdrawApplicationDto {
  @Text({ max: 100 }) token!: string;
}

export class FormArrivedDto {
  @Day({ about: 'Receipt stamp' }) arrivedOn!: string;
}

export class AcceptApplicationDto {
  @Text({ max: 40, about: "The tenant's name in URLs" }) slug!: string;
  @Choice(['ja', 'en'], { optional: true, about: 'Of the application unless given' })
  locale?: Locale;
}

export class RejectApplicationDto {
  @Choice(Object.keys(rejectionReasonTexts)) reason!: RejectionReason;
}

export class ApplicationsQuery extends ListQuery {
  @Choice(applicationStates, { optional: true }) state?: string;
}

export class AcceptedView {
  @Uuid() tenantId!: string;
}

class ScanView {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() type!: string;
  @Text() sha256!: string;
  @Instant() uploadedAt!: string;
}

export class ApplicationView {
  @Uuid() id!: string;
  @Choice(applicationStates) state!: string;
  @Choice(['ja', 'en'], { about: 'What the applicant is written in' }) locale!: Locale;
  @Choice(applicationChannels) channel!: string;
  @Text({ nullable: true }) partnerName!: string | null;
  @Instant() appliedAt!: string;
  @Instant({ nullable: true }) formArrivedAt!: string | null;
  @Nested(() => ApplicantDto) applicant!: ApplicantDto;
  @Text() courseCode!: string;
  @Texts() optionCodes!: string[];
  @Text({ nullable: true }) offerCode!: string | null;
  @Nested(() => TermRulesDto) formRules!: TermRulesDto;
  @Text() termsVersion!: string;
  @Text() termsHash!: string;
  @Text({ nullable: true }) reason!: string | null;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Texts({ about: 'carrier-domain: a mobile phone address where a PC address is asked for' })
  warnings!: string[];
}

export class WholeApplicationView extends ApplicationView {
  @NestedList(() => ScanView) scans!: ScanView[];
}

export class ApplicationListView {
  @NestedList(() => ApplicationView) items!: ApplicationView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const formOf = (dto: ApplyDto & { formRules?: TermRulesDto }): ApplicationForm => {
  const { kind, name, nameKana, postalAddress, phone, contactPerson } = dto.applicant;
  const { pcEmail = null, mobileEmail = null } = dto.applicant;
  return {
    applicant: {
      kind,
      name,
      nameKana,
      postalAddress,
      phone,
      contactPerson,
      pcEmail,
      mobileEmail,
    },
    courseCode: dto.courseCode,
    optionCodes: [...new Set(dto.optionCodes)],
    offerCode: dto.offerCode ?? null,
    formRules: termRulesOf(dto.formRules),
    termsVersion: dto.termsVersion,
    termsHash: dto.termsHash,
  };
};

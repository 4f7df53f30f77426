import { Flag, Text, Texts } from '#platform/http';
import { Day, Month } from './dates.js';

export class GiveNoticeDto {
  @Month({
    about: '最後に利用する月, to go on for longer than need be; null for the earliest',
    nullable: true,
  })
  lastMonthOfUse?: string | null;
  @Text({ nullable: true, max: 1000, multiline: true, about: 'For the operator' })
  reason?: string | null;
}

export class NoticePreviewQuery {
  @Text({ optional: true, max: 7, about: '最後に利用する月', example: '2026-09' })
  lastMonthOfUse?: string;
}

export class NoticePreviewView {
  @Day({ about: 'Last day of service if the notice arrived now' }) endDate!: string;
  @Text({ about: 'W5.3 or W15.1' }) clause!: string;
  @Flag({ about: 'Too late for the end of the minimum term' }) late!: boolean;
  @Month({ about: '解約月' }) firstMonthWithoutService!: string;
  @Text({ nullable: true, about: 'It has this effect if it arrives before then' })
  cutOff!: string | null;
  @Day({ about: 'Before it the contract cannot end' }) minimumTermEnd!: string;
}

export class CourseChangeDto {
  @Month({ about: 'From the first of this month' }) desiredMonth!: string;
  @Text({ nullable: true, max: 50, about: 'Null to keep the course' }) courseCode?: string | null;
  @Texts({ optional: true, max: 50, maxLength: 50 }) addOptions?: string[];
  @Texts({ optional: true, max: 50, maxLength: 50 }) dropOptions?: string[];
}

export class CourseChangeAnswerView {
  @Text() id!: string;
  @Month({ about: 'From when it takes effect if it is accepted' }) fromMonth!: string;
  @Flag({
    about:
      'False where a letter came after the 10th; wishes in the console or by API are refused then',
  })
  asDesired!: boolean;
}

export class DetailsChangeDto {
  @Day({ about: '変更予定日' }) plannedDate!: string;
  @Text({ optional: true, max: 200 }) name?: string;
  @Text({ optional: true, max: 200 }) nameKana?: string;
  @Text({ optional: true, max: 500 }) postalAddress?: string;
  @Text({ optional: true, max: 50 }) phone?: string;
  @Text({ nullable: true, max: 254, about: 'Null for letters by post' }) email?: string | null;
  @Text({ optional: true, max: 200 }) contactPerson?: string;
  @Flag({ optional: true, about: 'The bank account changes: a new mandate is needed' })
  bankAccount?: boolean;
}

export class DetailsChangeAnswerView {
  @Text() id!: string;
  @Flag({ about: 'Later than ten days after the planned day; it is accepted all the same' })
  late!: boolean;
  @Texts({ about: 'carrier-domain: a mobile phone address where a PC address is asked for' })
  warnings!: string[];
}

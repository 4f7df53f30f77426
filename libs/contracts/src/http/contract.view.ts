import {
  Choice,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Whole,
} from '#platform/http';
import { contractStages } from '../domain/contract-stage.js';
import { timelineKinds } from '../domain/timeline.js';
import { changeRequestStates } from '../store/course-changes.store.js';
import { detailsChangeStates } from '../store/details-changes.store.js';
import { endNoticeChannels } from '../store/end-notices.store.js';
import { Day, Month } from './dates.js';

class TextsView {
  @Text() ja!: string;
  @Text() en!: string;
}

class CourseInForceView {
  @Text() courseCode!: string;
  @Month({ about: 'From its first day' }) from!: string;
}

class OptionInForceView {
  @Text() optionCode!: string;
  @Month({ about: 'From its first day' }) from!: string;
  @Month({ about: 'The first month without it', nullable: true }) until!: string | null;
}

class SuspensionView {
  @Instant() from!: string;
  @Instant({ nullable: true }) until!: string | null;
  @Text() reason!: string;
  @Instant({ nullable: true }) resumptionAskedAt!: string | null;
}

class EndNoticeView {
  @Uuid() id!: string;
  @Choice(['tenant', 'operator']) from!: string;
  @Choice(endNoticeChannels) channel!: string;
  @Instant({ nullable: true, about: 'Null while it has not arrived: it has no effect yet' })
  arrivedAt!: string | null;
  @Month({ about: 'Where the sender wants to go on for longer', nullable: true })
  lastMonthOfUse!: string | null;
  @Text({ nullable: true }) reason!: string | null;
  @Instant({ nullable: true }) withdrawalAskedAt!: string | null;
  @Instant({ nullable: true }) withdrawnAt!: string | null;
}

export class ChangeRequestView {
  @Uuid() id!: string;
  @Choice(changeRequestStates) state!: string;
  @Choice(['web', 'mail', 'paper']) channel!: string;
  @Instant() arrivedAt!: string;
  @Month({ about: 'As the tenant wished' }) desiredMonth!: string;
  @Month({ about: 'From when it takes effect' }) fromMonth!: string;
  @Text({ nullable: true }) courseCode!: string | null;
  @Texts() addOptions!: string[];
  @Texts() dropOptions!: string[];
  @Text({ nullable: true }) reason!: string | null;
}

export class DetailsChangeView {
  @Uuid() id!: string;
  @Choice(detailsChangeStates) state!: string;
  @Texts({ about: 'Which details are to change' }) changed!: string[];
  @Day({ about: 'From when it is so' }) plannedDate!: string;
  @Instant() arrivedAt!: string;
  @Flag({ about: 'Later than ten days after the planned day' }) late!: boolean;
  @Text({ nullable: true }) reason!: string | null;
}

class BillToView {
  @Text() name!: string;
  @Text() nameKana!: string;
  @Text() postalAddress!: string;
  @Text() contactPerson!: string;
  @Text({ nullable: true }) email!: string | null;
}

class ThrottleView {
  @Whole() mailsPerHour!: number;
  @Text() reason!: string;
  @Instant() from!: string;
  @Instant({ nullable: true }) until!: string | null;
}

class InterruptionOfTenantView {
  @Whole({ about: '1 to 9, as in the terms' }) reason!: number;
  @Flag() sending!: boolean;
  @Flag() forms!: boolean;
  @Instant() from!: string;
  @Instant({ nullable: true }) until!: string | null;
  @Nested(() => TextsView) announcement!: TextsView;
}

class TimelineEntryView {
  @Day({ about: 'Day in Japan' }) on!: string;
  @Choice(timelineKinds) kind!: string;
  @Choice(['past', 'today', 'future']) tense!: string;
  @Nested(() => TextsView) texts!: TextsView;
}

class AskableView {
  @Flag({ about: 'A notice of termination that ends the contract, or ends it earlier' })
  giveNotice!: boolean;
  @Flag({ about: 'Another course or other options' }) changeCourse!: boolean;
  @Month({ about: 'From when a change asked for now takes effect', nullable: true })
  earliestChange!: string | null;
  @Flag({ about: 'Changed details' }) changeDetails!: boolean;
  @Flag({ about: 'Resumption of a suspended service' }) resume!: boolean;
  @Day({ about: 'Until when resumption can be asked for', nullable: true })
  resumeUntil!: string | null;
}

class ContractChangeView {
  @Choice(contractStages) status!: string;
  @Text({ about: 'A move, or what else happened' }) event!: string;
  @Instant() at!: string;
  @Choice(['member', 'operator', 'api-key', 'system']) by!: string;
  @Text({ nullable: true }) reason!: string | null;
}

export class ContractView {
  @Uuid() id!: string;
  @Choice(contractStages) status!: string;
  @Flag({ about: 'Its end is fixed' }) ending!: boolean;
  @Instant() appliedAt!: string;
  @Text({ nullable: true }) termsVersion!: string | null;
  @Day({ about: 'Day in Japan', nullable: true }) serviceStartDate!: string | null;
  @Day({ about: 'The last day by the letter of the Civil Code', nullable: true })
  legalLastDay!: string | null;
  @Day({ about: 'Before it the contract cannot end', nullable: true })
  minimumTermEnd!: string | null;
  @Instant({
    about: 'A notice ends the contract with its minimum term if it arrives before',
    nullable: true,
  })
  noticeBefore!: string | null;
  @Day({ about: 'Last day of service, until 24:00', nullable: true }) endDate!: string | null;
  @Text({ nullable: true }) endReason!: string | null;
  @Day({ about: 'Service data are erased by then', nullable: true })
  eraseServiceDataBy!: string | null;
  @NestedList(() => CourseInForceView) courses!: CourseInForceView[];
  @NestedList(() => OptionInForceView) options!: OptionInForceView[];
  @Nested(() => BillToView) billTo!: BillToView;
  @NestedList(() => SuspensionView) suspensions!: SuspensionView[];
  @Nested(() => ThrottleView, { nullable: true }) throttle!: ThrottleView | null;
  @NestedList(() => InterruptionOfTenantView) interruptions!: InterruptionOfTenantView[];
  @NestedList(() => EndNoticeView) endNotices!: EndNoticeView[];
  @NestedList(() => ChangeRequestView) changeRequests!: ChangeRequestView[];
  @NestedList(() => DetailsChangeView) detailsChanges!: DetailsChangeView[];
  @NestedList(() => TimelineEntryView, { about: 'Oldest first' }) timeline!: TimelineEntryView[];
  @Nested(() => AskableView, { about: 'What can be asked for now' }) can!: AskableView;
  @NestedList(() => ContractChangeView, { about: 'Newest first' }) history!: ContractChangeView[];
}

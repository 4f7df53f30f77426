import { noticeChannels } from '#lib/notices';
import {
  Choice,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from '#platform/http';
import type { OpenContractMail } from '../store/contract-mails.store.js';
import { ChangeRequestView } from './contract.view.js';
import { Day, Month } from './dates.js';
import { OperatorDetailsChangeView, ProposalView } from './operator-contract.dto.js';

class TextsDto {
  @Text({ max: 2000, multiline: true }) ja!: string;
  @Text({ max: 2000, multiline: true }) en!: string;
}

class ContractMailView {
  @Uuid() id!: string;
  @Uuid({ nullable: true, about: 'Whose own address for notices it came to' })
  tenantId!: string | null;
  @Text() sender!: string;
  @Text() subject!: string;
  @Text() body!: string;
  @Instant({ about: 'When our server took it: the instant that counts' }) arrivedAt!: string;
  @Text({ nullable: true, about: 'What DMARC said of the sender: pass, fail, none; null: unknown' })
  dmarc!: string | null;
  @Uuids({ about: 'Tenants whose contract names the sender as the address for notices' })
  declaredBy!: string[];
}

class OpenProposalView extends ProposalView {
  @Uuid() tenantId!: string;
}

class OpenChangeRequestView extends ChangeRequestView {
  @Uuid() tenantId!: string;
}

class OpenDetailsChangeView extends OperatorDetailsChangeView {
  @Uuid() tenantId!: string;
}

class ReadyToStartView {
  @Uuid() tenantId!: string;
  @Day({ about: 'The last day on which the start notice is in time' }) dueBy!: string;
}

class LostNoticeView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Text() kind!: string;
  @Choice(noticeChannels) channel!: string;
  @Text() subject!: string;
  @Instant() postedAt!: string;
  @Instant() bouncedAt!: string;
}

export class ContractInboxView {
  @Whole({ about: 'Applications nobody has decided on' }) applications!: number;
  @NestedList(() => ReadyToStartView, { about: 'Tenants whose start notice can be sent' })
  readyToStart!: ReadyToStartView[];
  @NestedList(() => ContractMailView) mails!: ContractMailView[];
  @NestedList(() => OpenChangeRequestView) changeRequests!: OpenChangeRequestView[];
  @NestedList(() => OpenProposalView) proposals!: OpenProposalView[];
  @NestedList(() => OpenDetailsChangeView) detailsChanges!: OpenDetailsChangeView[];
  @Uuids({ about: 'Suspended tenants that ask to be served again' }) resumptionsAsked!: string[];
  @NestedList(() => LostNoticeView, {
    about: 'Notices that came back and were not told by another way',
  })
  lostNotices!: LostNoticeView[];
}

export class MailAsTerminationDto {
  @Uuid({ about: 'The tenant it is from' }) tenantId!: string;
  @Month({ about: '最後に利用する月', nullable: true }) lastMonthOfUse?: string | null;
}

export class MailAsCourseChangeDto {
  @Uuid({ about: 'The tenant it is from' }) tenantId!: string;
  @Month({ about: 'From the first of this month' }) desiredMonth!: string;
  @Text({ nullable: true, max: 50 }) courseCode?: string | null;
  @Texts({ optional: true, max: 50, maxLength: 50 }) addOptions?: string[];
  @Texts({ optional: true, max: 50, maxLength: 50 }) dropOptions?: string[];
}

export class InterruptionDto {
  @Whole({ min: 1, max: 9, about: 'Number of the reason in the terms' }) reason!: number;
  @Uuids({ nullable: true, max: 1000, about: 'Null for everybody' }) tenantIds?: string[] | null;
  @Flag({ about: 'Mails are held' }) sending!: boolean;
  @Flag({ about: 'Sign-up forms are closed' }) forms!: boolean;
  @Instant() from!: string;
  @Instant({ nullable: true, about: 'Null while its end is not known' }) until?: string | null;
  @Nested(() => TextsDto, { about: 'Shown to everybody concerned' }) announcement!: TextsDto;
}

class InterruptionView {
  @Uuid() id!: string;
  @Whole() reason!: number;
  @Choice(['everybody', 'some']) scope!: string;
  @Uuids() tenantIds!: string[];
  @Flag() sending!: boolean;
  @Flag() forms!: boolean;
  @Instant() from!: string;
  @Instant({ nullable: true }) until!: string | null;
  @Nested(() => TextsDto) announcement!: TextsDto;
  @Instant() announcedAt!: string;
}

export class InterruptionListView {
  @NestedList(() => InterruptionView, { about: 'Newest first' }) items!: InterruptionView[];
}

export const contractMailView = (mail: OpenContractMail): ContractMailView => ({
  id: mail.id,
  tenantId: mail.ofTenant,
  sender: mail.sender,
  subject: mail.subject,
  body: mail.body,
  arrivedAt: mail.arrivedAt.toISOString(),
  dmarc: mail.dmarc,
  declaredBy: [...mail.declaredBy],
});

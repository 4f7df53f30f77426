import { CurrentActor, CurrentTenant, ForTenant, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { DetailsPatch } from '../store/details-changes.store.js';
import { AskForResumption } from '../use-cases/ask-for-resumption.js';
import { ChangeDetails } from '../use-cases/change-details.js';
import { GiveNotice } from '../use-cases/give-notice.js';
import { PreviewNotice } from '../use-cases/preview-notice.js';
import { ReadContract } from '../use-cases/read-contract.js';
import { RequestCourseChange } from '../use-cases/request-course-change.js';
import { WithdrawCourseChange } from '../use-cases/withdraw-course-change.js';
import { WithdrawNotice } from '../use-cases/withdraw-notice.js';
import { contractView } from './contract-view.js';
import {
  CourseChangeAnswerView,
  CourseChangeDto,
  DetailsChangeAnswerView,
  DetailsChangeDto,
  GiveNoticeDto,
  NoticePreviewQuery,
  NoticePreviewView,
} from './contract.dto.js';
import { ContractView } from './contract.view.js';
import { readDate, readMonth } from './dates.js';

@ApiTags('contract')
@Controller('api/v1/contract')
export class ContractController {
  constructor(
    private readonly readContract: ReadContract,
    private readonly previewNotice: PreviewNotice,
    private readonly giveNotice: GiveNotice,
    private readonly withdrawNotice: WithdrawNotice,
    private readonly requestCourseChange: RequestCourseChange,
    private readonly withdrawCourseChange: WithdrawCourseChange,
    private readonly askForResumption: AskForResumption,
    private readonly changeDetails: ChangeDetails,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({
    summary: 'The own contract: state, term, what was agreed, what can be asked for',
  })
  @ApiOkResponse({ type: ContractView })
  async show(@CurrentTenant() tenantId: TenantId): Promise<ContractView> {
    return contractView(await this.readContract.execute(tenantId));
  }

  @Get('notice-preview')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'What a notice of termination would do if it arrived now' })
  @ApiOkResponse({ type: NoticePreviewView })
  async preview(
    @CurrentTenant() tenantId: TenantId,
    @Query() { lastMonthOfUse }: NoticePreviewQuery,
  ): Promise<NoticePreviewView> {
    const month = lastMonthOfUse === undefined ? null : readMonth(lastMonthOfUse, 'lastMonthOfUse');
    const preview = await this.previewNotice.execute(tenantId, month);
    return {
      endDate: preview.endDate.toString(),
      clause: preview.clause,
      late: preview.late,
      firstMonthWithoutService: preview.firstMonthWithoutService.toString(),
      cutOff: preview.cutOff?.toISOString() ?? null,
      minimumTermEnd: preview.minimumTermEnd.toString(),
    };
  }

  @Post('end-notices')
  @Idempotent()
  @ForTenant('contract.write')
  @ApiOperation({ summary: 'Give notice of termination; it arrives with this request' })
  @ApiCreatedResponse({ type: ContractView })
  async end(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { lastMonthOfUse, reason }: GiveNoticeDto,
  ): Promise<ContractView> {
    await this.giveNotice.byTenant({
      tenantId,
      channel: 'web',
      arrivedAt: this.clock.now(),
      lastMonthOfUse: lastMonthOfUse ? readMonth(lastMonthOfUse, 'lastMonthOfUse') : null,
      reason: reason ?? null,
      actor,
    });
    return this.show(tenantId);
  }

  @Post('end-notices/:endNoticeId/withdrawal')
  @HttpCode(200)
  @ForTenant('contract.write')
  @ApiOperation({
    summary: 'Ask for a notice to be withdrawn, or agree to it; the operator decides',
  })
  @ApiOkResponse({ type: ContractView })
  async withdraw(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('endNoticeId') noticeId: string,
  ): Promise<ContractView> {
    await this.withdrawNotice.ask({ tenantId, noticeId, actor });
    return this.show(tenantId);
  }

  @Post('change-requests')
  @Idempotent()
  @ForTenant('contract.write')
  @ApiOperation({
    summary: 'Ask for another course or other options; to ask is to accept the price',
  })
  @ApiCreatedResponse({ type: CourseChangeAnswerView })
  async change(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { desiredMonth, courseCode, addOptions = [], dropOptions = [] }: CourseChangeDto,
  ): Promise<CourseChangeAnswerView> {
    const { id, fromMonth, asDesired } = await this.requestCourseChange.execute({
      tenantId,
      actor,
      channel: 'web',
      arrivedAt: this.clock.now(),
      desiredMonth: readMonth(desiredMonth, 'desiredMonth'),
      courseCode: courseCode ?? null,
      addOptions,
      dropOptions,
    });
    return { id, fromMonth: fromMonth.toString(), asDesired };
  }

  @Post('change-requests/:changeRequestId/withdraw')
  @HttpCode(204)
  @ForTenant('contract.write')
  @ApiOperation({ summary: 'Take a request for a change back before it is answered' })
  @ApiNoContentResponse()
  async withdrawChange(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('changeRequestId') requestId: string,
  ): Promise<void> {
    await this.withdrawCourseChange.execute({ tenantId, requestId, actor });
  }

  @Post('resumption')
  @HttpCode(200)
  @Idempotent()
  @ForTenant('contract.write')
  @ApiOperation({ summary: 'Ask for a suspended service to be resumed' })
  @ApiOkResponse({ type: ContractView })
  async resume(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<ContractView> {
    await this.askForResumption.execute({ tenantId, actor });
    return this.show(tenantId);
  }

  @Post('details-changes')
  @Idempotent()
  @ForTenant('contract.write')
  @ApiOperation({
    summary: 'Notify changed details: name, address, mail, contact person, bank account',
  })
  @ApiCreatedResponse({ type: DetailsChangeAnswerView })
  notify(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { plannedDate, ...details }: DetailsChangeDto,
  ): Promise<DetailsChangeAnswerView> {
    return this.changeDetails.notify({
      tenantId,
      actor,
      plannedDate: readDate(plannedDate, 'plannedDate'),
      changes: changesOf(details),
    });
  }
}

/** What was named; an account that does not change is not named. */
const changesOf = ({
  bankAccount,
  ...details
}: Omit<DetailsChangeDto, 'plannedDate'>): DetailsPatch => {
  const said = Object.entries(details).filter(
    ([, value]: [string, unknown]) => value !== undefined,
  );
  return { ...Object.fromEntries(said), ...(bankAccount === true && { bankAccount }) };
};

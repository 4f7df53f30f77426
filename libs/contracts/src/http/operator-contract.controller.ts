import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, startOfJstDay } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GiveNotice } from '../use-cases/give-notice.js';
import { OpenContract } from '../use-cases/open-contract.js';
import { PreviewStart } from '../use-cases/preview-start.js';
import { ReadContract } from '../use-cases/read-contract.js';
import { SendStartNotice } from '../use-cases/send-start-notice.js';
import { WithdrawNotice } from '../use-cases/withdraw-notice.js';
import { readDate, readMonth } from './dates.js';
import { operatorContractView } from './operator-contract-view.js';
import {
  ContractReasonDto,
  OpenContractDto,
  OperatorContractView,
  ReceivedNoticeDto,
  StartNoticeDto,
  StartPreviewQuery,
  StartPreviewView,
} from './operator-contract.dto.js';

/** A contract from its start to its end, for operators. */
@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/contract')
export class OperatorContractController {
  constructor(
    private readonly readContract: ReadContract,
    private readonly openContract: OpenContract,
    private readonly previewStart: PreviewStart,
    private readonly sendStartNotice: SendStartNotice,
    private readonly giveNotice: GiveNotice,
    private readonly withdrawNotice: WithdrawNotice,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: "A tenant's contract, with all that was decided about it" })
  @ApiOkResponse({ type: OperatorContractView })
  async show(@IdParam('tenantId') id: string): Promise<OperatorContractView> {
    const whole = await this.readContract.execute(asTenantId(id));
    return operatorContractView(whole, this.clock.now());
  }

  @Post()
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Put a contract in force at once, without an application' })
  @ApiCreatedResponse({ type: OperatorContractView })
  async open(
    @IdParam('tenantId') id: string,
    @Body() { serviceStartDate, courseCode }: OpenContractDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.openContract.execute({
      tenantId: asTenantId(id),
      serviceStartDate: readDate(serviceStartDate, 'serviceStartDate'),
      ...(courseCode !== undefined && { courseCode }),
      actor,
    });
    return this.show(id);
  }

  @Get('start-preview')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'What a start notice with this date would say, and what keeps it back' })
  @ApiOkResponse({ type: StartPreviewView })
  async preview(
    @IdParam('tenantId') id: string,
    @Query() { serviceStartDate }: StartPreviewQuery,
  ): Promise<StartPreviewView> {
    const date = readDate(serviceStartDate, 'serviceStartDate');
    const preview = await this.previewStart.execute(asTenantId(id), date);
    return {
      legalLastDay: preview.term.legalLastDay.toString(),
      minimumTermEnd: preview.term.end.toString(),
      noticeBefore: preview.term.noticeBefore.toISOString(),
      firstFeeMonth: preview.firstFeeMonth.toString(),
      channel: preview.channel,
      missing: [...preview.missing],
    };
  }

  @Post('start-notice')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Send the start notice, which fixes the service start date' })
  @ApiOkResponse({ type: OperatorContractView })
  async start(
    @IdParam('tenantId') id: string,
    @Body() { serviceStartDate, ownerEmail }: StartNoticeDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.sendStartNotice.execute({
      tenantId: asTenantId(id),
      serviceStartDate: readDate(serviceStartDate, 'serviceStartDate'),
      ownerEmail: ownerEmail ?? null,
      actor,
    });
    return this.show(id);
  }

  @Post('end-notices')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({
    summary: "Give the operator's notice of non-renewal; it counts from its arrival",
  })
  @ApiCreatedResponse({ type: OperatorContractView })
  async end(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.giveNotice.byOperator({ tenantId: asTenantId(id), reason, actor });
    return this.show(id);
  }

  @Post('end-notices/paper')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: "Record a tenant's notice that came on paper" })
  @ApiCreatedResponse({ type: OperatorContractView })
  async receive(
    @IdParam('tenantId') id: string,
    @Body() { stampedOn, lastMonthOfUse, reason }: ReceivedNoticeDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.giveNotice.byTenant({
      tenantId: asTenantId(id),
      channel: 'paper',
      arrivedAt: startOfJstDay(readDate(stampedOn, 'stampedOn')),
      lastMonthOfUse: lastMonthOfUse ? readMonth(lastMonthOfUse, 'lastMonthOfUse') : null,
      reason: reason ?? null,
      actor,
    });
    return this.show(id);
  }

  @Post('end-notices/:endNoticeId/withdrawal')
  @HttpCode(200)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Agree to the withdrawal of a notice that the tenant asked for' })
  @ApiOkResponse({ type: OperatorContractView })
  async agree(
    @IdParam('tenantId') id: string,
    @IdParam('endNoticeId') noticeId: string,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.withdrawNotice.agree({ tenantId: asTenantId(id), noticeId, actor });
    return this.show(id);
  }
}

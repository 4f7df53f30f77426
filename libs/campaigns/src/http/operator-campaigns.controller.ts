import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Text } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AbortCampaign } from '../use-cases/abort-campaign.js';
import { HaltCampaign } from '../use-cases/halt-campaign.js';
import { ResumeCampaign } from '../use-cases/resume-campaign.js';
import { StopView, stopView } from './campaign.view.js';

export class StopReasonDto {
  @Text({ max: 500, about: 'For the audit trail; the tenant can read it' }) reason!: string;
}

/** What operators may do to a campaign that harms others. @clause W18 */
@ApiTags('operator: delivery')
@Controller('api/v1/operator/tenants/:tenantId/campaigns/:campaignId')
export class OperatorCampaignsController {
  constructor(
    private readonly haltCampaign: HaltCampaign,
    private readonly resumeCampaign: ResumeCampaign,
    private readonly abortCampaign: AbortCampaign,
  ) {}

  @Post('pause')
  @HttpCode(200)
  @ForOperator('tenants.write')
  @ApiOperation({
    summary: "Let nothing more of a tenant's campaign leave until an operator resumes it",
  })
  @ApiOkResponse({ type: StopView })
  async pause(
    @IdParam('tenantId') id: string,
    @IdParam('campaignId') campaignId: string,
    @Body() { reason }: StopReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<StopView> {
    const wish = { tenantId: asTenantId(id), campaignId, actor, reason };
    return stopView(await this.haltCampaign.execute(wish));
  }

  @Post('resume')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('tenants.write')
  @ApiOperation({ summary: "Let a tenant's campaign go on, also one that an operator stopped" })
  @ApiOkResponse({ type: StopView })
  async resume(
    @IdParam('tenantId') id: string,
    @IdParam('campaignId') campaignId: string,
    @Body() { reason }: StopReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<StopView> {
    const wish = { tenantId: asTenantId(id), campaignId, actor, reason, liftsHalt: true };
    return stopView(await this.resumeCampaign.execute(wish));
  }

  @Post('abort')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('tenants.write')
  @ApiOperation({ summary: "Stop a tenant's campaign for good" })
  @ApiOkResponse({ type: StopView })
  async abort(
    @IdParam('tenantId') id: string,
    @IdParam('campaignId') campaignId: string,
    @Body() { reason }: StopReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<StopView> {
    const wish = { tenantId: asTenantId(id), campaignId, actor, reason };
    return stopView(await this.abortCampaign.execute(wish));
  }
}

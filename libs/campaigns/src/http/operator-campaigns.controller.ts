import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Text, decodeCursor, pageOf } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { campaignStatuses } from '../domain/campaign.js';
import { CancelCampaign } from '../use-cases/cancel-campaign.js';
import { HaltCampaign } from '../use-cases/halt-campaign.js';
import { ReadCampaigns } from '../use-cases/read-campaigns.js';
import { ResumeCampaign } from '../use-cases/resume-campaign.js';
import { StopView, stopView } from './campaign.view.js';
import {
  OperatorCampaignDetailView,
  OperatorCampaignPageView,
  OperatorCampaignsQuery,
  operatorCampaignDetailView,
  operatorCampaignPageView,
} from './operator-campaigns.view.js';

export class StopReasonDto {
  @Text({ max: 500, about: 'For the audit trail and the tenant, who is told' }) reason!: string;
}

const live = ['scheduled', 'held', 'sending', 'paused'] as const;
const all = campaignStatuses.filter((status) => status !== 'draft');

/** Tenants' campaigns without their words, and what operators may do to one that harms others. @clause W18 */
@ApiTags('operator: delivery')
@Controller('api/v1/operator/tenants/:tenantId/campaigns')
export class OperatorCampaignsController {
  constructor(
    private readonly haltCampaign: HaltCampaign,
    private readonly resumeCampaign: ResumeCampaign,
    private readonly cancelCampaign: CancelCampaign,
    private readonly read: ReadCampaigns,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: "A tenant's campaigns, newest first, without what they say" })
  @ApiOkResponse({ type: OperatorCampaignPageView })
  async list(
    @IdParam('tenantId') id: string,
    @Query() { state = 'live', cursor, size }: OperatorCampaignsQuery,
  ): Promise<OperatorCampaignPageView> {
    const found = await this.read.list(asTenantId(id), {
      limit: size,
      statuses: state === 'live' ? live : all,
      ...(cursor !== undefined && { after: decodeCursor(cursor) }),
    });
    const page = pageOf(found, size, ({ campaign }) => ({ sort: '', id: campaign.id }));
    return operatorCampaignPageView(page);
  }

  @Get(':campaignId')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'One of them, with every change of its state' })
  @ApiOkResponse({ type: OperatorCampaignDetailView })
  async show(
    @IdParam('tenantId') id: string,
    @IdParam('campaignId') campaignId: string,
  ): Promise<OperatorCampaignDetailView> {
    const tenantId = asTenantId(id);
    const history = await this.read.history(tenantId, campaignId);
    return operatorCampaignDetailView(await this.read.execute(tenantId, campaignId), history);
  }

  @Post(':campaignId/pause')
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

  @Post(':campaignId/resume')
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

  @Post(':campaignId/abort')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('tenants.write')
  @ApiOperation({ summary: "Stop a tenant's campaign for good, also one that has not begun" })
  @ApiOkResponse({ type: StopView })
  async abort(
    @IdParam('tenantId') id: string,
    @IdParam('campaignId') campaignId: string,
    @Body() { reason }: StopReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<StopView> {
    const wish = { tenantId: asTenantId(id), campaignId, actor, reason };
    return stopView(await this.cancelCampaign.execute(wish));
  }
}

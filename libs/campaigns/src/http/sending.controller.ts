import { CurrentActor, CurrentTenant, ForTenant, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { etagOf } from '#platform/http';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AbortCampaign } from '../use-cases/abort-campaign.js';
import { CancelCampaign } from '../use-cases/cancel-campaign.js';
import { PauseCampaign } from '../use-cases/pause-campaign.js';
import { ReadCampaigns } from '../use-cases/read-campaigns.js';
import { RescheduleCampaign } from '../use-cases/reschedule-campaign.js';
import { ResumeCampaign } from '../use-cases/resume-campaign.js';
import { ScheduleCampaign } from '../use-cases/schedule-campaign.js';
import { SendCampaignNow } from '../use-cases/send-campaign-now.js';
import { UnscheduleCampaign } from '../use-cases/unschedule-campaign.js';
import { ScheduleDto } from './campaign.dto.js';
import { CampaignView, StopView, campaignView, stopView } from './campaign.view.js';

/** The verbs that decide when mails leave. Repeating a wish that is fulfilled answers as the first time. */
@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId')
export class SendingController {
  constructor(
    private readonly scheduleCampaign: ScheduleCampaign,
    private readonly rescheduleCampaign: RescheduleCampaign,
    private readonly unscheduleCampaign: UnscheduleCampaign,
    private readonly sendCampaignNow: SendCampaignNow,
    private readonly cancelCampaign: CancelCampaign,
    private readonly pauseCampaign: PauseCampaign,
    private readonly resumeCampaign: ResumeCampaign,
    private readonly abortCampaign: AbortCampaign,
    private readonly read: ReadCampaigns,
  ) {}

  @Post('schedule')
  @HttpCode(200)
  @Idempotent()
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Send it at the given instant' })
  @ApiOkResponse({ type: CampaignView })
  async schedule(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Body() body: ScheduleDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.scheduleCampaign.execute({ tenantId, campaignId, actor, at: new Date(body.at) });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('reschedule')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Move it to another instant' })
  @ApiOkResponse({ type: CampaignView })
  async reschedule(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Body() body: ScheduleDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.rescheduleCampaign.execute({ tenantId, campaignId, actor, at: new Date(body.at) });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('unschedule')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Make it a draft again, to edit it' })
  @ApiOkResponse({ type: CampaignView })
  async unschedule(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.unscheduleCampaign.execute({ tenantId, campaignId, actor });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('send-now')
  @HttpCode(200)
  @Idempotent()
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Send it now' })
  @ApiOkResponse({ type: CampaignView })
  async sendNow(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.sendCampaignNow.execute({ tenantId, campaignId, actor });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('pause')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Let nothing more leave for now' })
  @ApiOkResponse({ type: CampaignView })
  async pause(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.pauseCampaign.execute({ tenantId, campaignId, actor });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('resume')
  @HttpCode(200)
  @Idempotent()
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Go on where it stopped' })
  @ApiOkResponse({ type: CampaignView })
  async resume(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    await this.resumeCampaign.execute({ tenantId, campaignId, actor });
    return this.shown(tenantId, campaignId, response);
  }

  @Post('cancel')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Nothing more of it shall leave; says how many mails had left' })
  @ApiOkResponse({ type: StopView })
  async cancel(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<StopView> {
    return stopView(await this.cancelCampaign.execute({ tenantId, campaignId, actor }));
  }

  @Post('abort')
  @HttpCode(200)
  @ForTenant('campaigns.send')
  @ApiOperation({ summary: 'Stop it while it is sending or paused; says how many mails had left' })
  @ApiOkResponse({ type: StopView })
  async abort(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<StopView> {
    return stopView(await this.abortCampaign.execute({ tenantId, campaignId, actor }));
  }

  private async shown(
    tenantId: TenantId,
    campaignId: string,
    response: Response,
  ): Promise<CampaignView> {
    const found = await this.read.execute(tenantId, campaignId);
    response.setHeader('ETag', etagOf(found.campaign.version));
    return campaignView(found);
  }
}

import { CurrentActor, CurrentTenant, ForTenant, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CheckCampaign } from '../use-cases/check-campaign.js';
import { ListPreviewReaders } from '../use-cases/list-preview-readers.js';
import { PreviewCampaign } from '../use-cases/preview-campaign.js';
import { SendTest } from '../use-cases/send-test.js';
import { CheckQuery, PreviewDto } from './campaign.dto.js';
import { PreviewReadersView, PreviewView, ReviewView, reviewView } from './review.view.js';

/** What members look at before they send. */
@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId')
export class ReviewController {
  constructor(
    private readonly check: CheckCampaign,
    private readonly preview: PreviewCampaign,
    private readonly readers: ListPreviewReaders,
    private readonly test: SendTest,
  ) {}

  @Get('check')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'What keeps it from being sent, and advice' })
  @ApiOkResponse({ type: ReviewView })
  async review(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
    @Query() { at }: CheckQuery,
  ): Promise<ReviewView> {
    const plannedAt = at === undefined ? undefined : new Date(at);
    return reviewView(await this.check.execute(tenantId, campaignId, plannedAt));
  }

  @Post('preview')
  @HttpCode(200)
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'The mail as a made-up or a real reader gets it' })
  @ApiOkResponse({ type: PreviewView })
  show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
    @Body() { reader }: PreviewDto,
  ): Promise<PreviewView> {
    return this.preview.execute(tenantId, campaignId, reader);
  }

  @Get('preview-readers')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Real readers to look through the preview with; addresses are masked' })
  @ApiOkResponse({ type: PreviewReadersView })
  async listReaders(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<PreviewReadersView> {
    const people = await this.readers.execute(tenantId, campaignId);
    return {
      items: people.map(({ maskedAddress, fields }, reader) => ({ reader, maskedAddress, fields })),
    };
  }

  @Post('test-sends')
  @HttpCode(204)
  @Idempotent()
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Send a test to your own address; at most 20 an hour' })
  @ApiNoContentResponse()
  async sendTest(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<void> {
    await this.test.execute({ tenantId, campaignId, actor });
  }
}

import { CurrentTenant, ForTenant } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListBounces } from '../use-cases/list-bounces.js';
import { ListRemovals } from '../use-cases/list-removals.js';
import { ReadCampaignBounces } from '../use-cases/read-campaign-bounces.js';
import { SummariseBounces } from '../use-cases/summarise-bounces.js';
import { BouncesQuery } from './bounce-list.dto.js';
import { BouncesView, bouncesView } from './bounce-list.view.js';
import {
  CampaignBouncesQuery,
  CampaignBouncesView,
  campaignBouncesView,
} from './campaign-bounces.view.js';
import { RemovalsView, removalsView } from './removals.view.js';
import { SummaryQuery, periodIn } from './summary-query.dto.js';
import { BounceSummaryView, bounceSummaryView } from './summary.view.js';

@ApiTags('bounces')
@Controller('api/v1/bounces')
export class BouncesController {
  constructor(
    private readonly summarise: SummariseBounces,
    private readonly bounces: ListBounces,
    private readonly removals: ListRemovals,
    private readonly ofCampaign: ReadCampaignBounces,
  ) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Mails that did not arrive, masked, the newest first' })
  @ApiOkResponse({ type: BouncesView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { campaignId, reason, size, cursor }: BouncesQuery,
  ): Promise<BouncesView> {
    return bouncesView(await this.bounces.execute(tenantId, { campaignId, reason, size, cursor }));
  }

  @Get('summary')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'What came back in a period, by reason, day and campaign' })
  @ApiOkResponse({ type: BounceSummaryView })
  async summary(
    @CurrentTenant() tenantId: TenantId,
    @Query() query: SummaryQuery,
  ): Promise<BounceSummaryView> {
    return bounceSummaryView(await this.summarise.execute(tenantId, periodIn(query)));
  }

  @Get('by-campaign')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'What came back of one campaign, by reason and hour' })
  @ApiOkResponse({ type: CampaignBouncesView })
  async campaign(
    @CurrentTenant() tenantId: TenantId,
    @Query() { campaignId }: CampaignBouncesQuery,
  ): Promise<CampaignBouncesView> {
    return campaignBouncesView(await this.ofCampaign.execute(tenantId, campaignId));
  }

  @Get('removals')
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'Addresses removed after three failures in a row, masked' })
  @ApiOkResponse({ type: RemovalsView })
  async removed(
    @CurrentTenant() tenantId: TenantId,
    @Query() query: ListQuery,
  ): Promise<RemovalsView> {
    return removalsView(
      await this.removals.execute(tenantId, { size: query.size, cursor: query.cursor }),
    );
  }
}

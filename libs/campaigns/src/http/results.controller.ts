import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadCampaigns } from '../use-cases/read-campaigns.js';
import { HistoryView, ProblemsView, historyView, problemsView } from './results.view.js';

/** What members look at after they have sent. */
@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId')
export class ResultsController {
  constructor(private readonly read: ReadCampaigns) {}

  @Get('history')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Every change of state, with who and when' })
  @ApiOkResponse({ type: HistoryView })
  async history(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<HistoryView> {
    return historyView(await this.read.history(tenantId, campaignId));
  }

  @Get('problems')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'What went wrong with its mails, grouped so that nobody is pointed at' })
  @ApiOkResponse({ type: ProblemsView })
  async problems(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<ProblemsView> {
    return problemsView(await this.read.problems(tenantId, campaignId));
  }
}

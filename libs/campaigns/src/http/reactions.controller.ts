import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadReactions } from '../use-cases/read-reactions.js';
import { ReactionsView, reactionsView } from './reactions.view.js';

@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId/reactions')
export class ReactionsController {
  constructor(private readonly readReactions: ReadReactions) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Opens and clicks by hour, links, and how each large domain fared' })
  @ApiOkResponse({ type: ReactionsView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
  ): Promise<ReactionsView> {
    return reactionsView(await this.readReactions.execute(tenantId, campaignId));
  }
}

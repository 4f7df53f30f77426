import { CurrentTenant, ForTenant } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Whole } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CountTarget } from '../use-cases/count-target.js';
import { TargetDto } from './campaign.dto.js';

export class AudienceCountView {
  @Whole({ about: 'Persons; each gets one mail' })
  count!: number;
}

@ApiTags('campaigns')
@Controller('api/v1/audience')
export class AudienceController {
  constructor(private readonly countTarget: CountTarget) {}

  @Post('count')
  @HttpCode(200)
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'How many persons a target has now' })
  @ApiOkResponse({ type: AudienceCountView })
  async count(
    @CurrentTenant() tenantId: TenantId,
    @Body() { newsletterIds, segmentId = null, condition = null }: TargetDto,
  ): Promise<AudienceCountView> {
    const count = await this.countTarget.execute(tenantId, { newsletterIds, segmentId, condition });
    return { count };
  }
}

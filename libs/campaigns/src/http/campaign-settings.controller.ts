import { CurrentActor, CurrentTenant, ForTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Flag, editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { SetCampaignSettings } from '../use-cases/set-campaign-settings.js';

class CampaignSettingsDto {
  @Flag({ about: 'Whether a second member has to approve each campaign' })
  approvalNeeded!: boolean;
}

@ApiTags('settings')
@Controller('api/v1/settings/campaigns')
export class CampaignSettingsController {
  constructor(private readonly settings: SetCampaignSettings) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'How campaigns of the tenant are sent' })
  @ApiOkResponse({ type: CampaignSettingsDto })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignSettingsDto> {
    const { version, approvalNeeded } = await this.settings.read(tenantId);
    response.setHeader('ETag', etagOf(version));
    return { approvalNeeded };
  }

  @Put()
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Replace them' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the settings edited' })
  @ApiOkResponse({ type: CampaignSettingsDto })
  async replace(
    @Body() { approvalNeeded }: CampaignSettingsDto,
    @Headers('If-Match') ifMatch: string | undefined,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignSettingsDto> {
    const version = editedVersion(ifMatch);
    await this.settings.execute({ tenantId, actor, version, approvalNeeded });
    return this.show(tenantId, response);
  }
}

import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../domain/actor.js';
import { SenderProfiles } from '../sender-profiles.js';
import { SetSenderProfile } from '../use-cases/set-sender-profile.js';
import { ForTenant } from './access.js';
import { CurrentActor, CurrentTenant } from './current.js';
import { SenderProfileDto, SenderProfileView, profileOf } from './sender-settings.dto.js';

@ApiTags('settings')
@Controller('api/v1/settings/sender')
export class SenderSettingsController {
  constructor(
    private readonly database: Database,
    private readonly profiles: SenderProfiles,
    private readonly setProfile: SetSenderProfile,
  ) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'As whom the tenant writes to its subscribers' })
  @ApiOkResponse({ type: SenderProfileView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SenderProfileView> {
    const { version, profile } = await this.database.inTenant(tenantId, (tx) =>
      this.profiles.versioned(tx, tenantId),
    );
    response.setHeader('ETag', etagOf(version));
    return profile;
  }

  @Put()
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Replace the profile' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the profile edited' })
  @ApiOkResponse({ type: SenderProfileView })
  async replace(
    @Body() body: SenderProfileDto,
    @Headers('If-Match') ifMatch: string | undefined,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SenderProfileView> {
    const edited = editedVersion(ifMatch);
    await this.setProfile.execute({ tenantId, profile: profileOf(body), actor, edited });
    return this.show(tenantId, response);
  }
}

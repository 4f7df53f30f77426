import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Choice, Flag, Instant, Whole, editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { AfterCrash } from '../domain/mailing-content.js';
import type { VersionedPolicy } from '../store/delivery-policies.js';
import { ChangeDelivery } from '../use-cases/change-delivery.js';
import { DeliverySettings } from '../use-cases/delivery-settings.js';
import { WarmUpDomain } from '../use-cases/warm-up-domain.js';

export class DeliverySettingsDto {
  @Choice(['hold', 'retry'], {
    about:
      'Mails of which nobody can say whether they left: wait for a person, or go out again (a reader may get two)',
  })
  afterCrash!: AfterCrash;

  @Flag({ about: 'Campaigns planned for a full or half hour begin 1 to 5 minutes later' })
  avoidFullHours!: boolean;

  @Flag({
    optional: true,
    about:
      'Whether opens and clicks may be counted. When off, no mail has counting links and nothing is counted any more, ' +
      'whatever a campaign says; what was counted stays. Left out: as it was',
  })
  tracking?: boolean;
}

export class DeliverySettingsView extends DeliverySettingsDto {
  @Whole() version!: number;

  @Flag() override tracking!: boolean;
}

export class WarmUpView {
  @Instant({ nullable: true, about: 'Null when the domain is not being warmed up' })
  startedAt!: string | null;
}

/** How a tenant wants its mails brought. */
@ApiTags('settings')
@Controller('api/v1/settings')
export class DeliverySettingsController {
  constructor(
    private readonly database: Database,
    private readonly settings: DeliverySettings,
    private readonly changeDelivery: ChangeDelivery,
    private readonly warmUp: WarmUpDomain,
  ) {}

  @Get('delivery')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'How mails are brought' })
  @ApiOkResponse({ type: DeliverySettingsView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeliverySettingsView> {
    const policy = await this.database.inTenant(tenantId, (tx) => this.settings.get(tx, tenantId));
    return settingsView(policy, response);
  }

  @Put('delivery')
  @ForTenant('settings.write')
  @ApiOperation({
    summary: 'Change how mails are brought; campaigns under way keep what they have',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of what was edited' })
  @ApiOkResponse({ type: DeliverySettingsView })
  async change(
    @Body() { tracking, ...rest }: DeliverySettingsDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeliverySettingsView> {
    const edited = editedVersion(ifMatch);
    const policy = tracking === undefined ? rest : { ...rest, tracking };
    const wish = { tenantId, actor, policy, edited };
    return settingsView(await this.changeDelivery.execute(wish), response);
  }

  @Get('domains/:domainId/warm-up')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'Whether a sending domain is being warmed up' })
  @ApiOkResponse({ type: WarmUpView })
  async warmUpOf(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<WarmUpView> {
    return warmUpView(await this.warmUp.startedAt(tenantId, domainId));
  }

  @Post('domains/:domainId/warm-up')
  @HttpCode(200)
  @ForTenant('settings.write')
  @ApiOperation({
    summary: 'Send little from a new domain at first, and more each day for three weeks',
  })
  @ApiOkResponse({ type: WarmUpView })
  async startWarmUp(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<WarmUpView> {
    return warmUpView(await this.warmUp.execute({ tenantId, domainId, actor, wanted: true }));
  }

  @Delete('domains/:domainId/warm-up')
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Send from the domain without holding back' })
  @ApiOkResponse({ type: WarmUpView })
  async endWarmUp(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<WarmUpView> {
    return warmUpView(await this.warmUp.execute({ tenantId, domainId, actor, wanted: false }));
  }
}

const settingsView = (policy: VersionedPolicy, response: Response): DeliverySettingsView => {
  const { version, ...rest } = policy;
  response.setHeader('ETag', etagOf(version));
  return { version, ...rest };
};

const warmUpView = (startedAt: Date | null): WarmUpView => ({
  startedAt: startedAt?.toISOString() ?? null,
});

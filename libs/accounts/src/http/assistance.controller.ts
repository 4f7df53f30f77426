import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { ConsentsStore } from '../store/consents.store.js';
import { ActForTenant } from '../use-cases/act-for-tenant.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { ConsentToAssistance } from '../use-cases/consent-to-assistance.js';
import { ForOperator, ForSignedIn, ForTenant } from './access.js';
import {
  ActDto,
  ActingUntilView,
  AssistanceView,
  ConsentDto,
  ConsentView,
  consentView,
} from './assistance.dto.js';
import { CurrentActor, CurrentSession, CurrentTenant } from './current.js';
import { IdParam } from './id-param.js';

/** @clause W9.4 */
@ApiTags('assistance')
@Controller('api/v1')
export class AssistanceController {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentsStore,
    private readonly consent: ConsentToAssistance,
    private readonly act: ActForTenant,
    private readonly clock: Clock,
  ) {}

  @Get('settings/assistance')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'Whether operators may work in the name of the tenant, and until when' })
  @ApiOkResponse({ type: AssistanceView })
  show(@CurrentTenant() tenantId: TenantId): Promise<AssistanceView> {
    return this.inForce(tenantId);
  }

  @Post('settings/assistance')
  @ForTenant('members.write')
  @ApiOperation({ summary: 'Let operators work in the name of the tenant for some hours' })
  @ApiCreatedResponse({ type: ConsentView })
  async give(
    @Body() { hours, purpose }: ConsentDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<ConsentView> {
    return consentView(await this.consent.execute({ tenantId, actor, hours, purpose }));
  }

  @Delete('settings/assistance')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'End the help at once' })
  @ApiNoContentResponse()
  async withdraw(@CurrentTenant() tenantId: TenantId, @CurrentActor() actor: Actor): Promise<void> {
    await this.consent.withdraw({ tenantId, actor });
  }

  @Get('operator/tenants/:tenantId/assistance')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'The consent of a tenant to be acted for' })
  @ApiOkResponse({ type: AssistanceView })
  showTo(@IdParam('tenantId') tenantId: string): Promise<AssistanceView> {
    return this.inForce(asTenantId(tenantId));
  }

  @Post('operator/tenants/:tenantId/acting')
  @HttpCode(200)
  @ForOperator('tenants.act')
  @ApiOperation({ summary: 'Work in the name of a tenant that consented, for an hour at most' })
  @ApiOkResponse({ type: ActingUntilView })
  async begin(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ActDto,
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: Session,
  ): Promise<ActingUntilView> {
    const tenantId = asTenantId(id);
    const until = await this.act.execute({ tenantId, actor, sessionId, reason });
    return { until: until.toISOString() };
  }

  @Delete('operator/acting')
  @HttpCode(204)
  @ForSignedIn()
  @ApiOperation({ summary: 'Stop working in the name of a tenant' })
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: Session,
  ): Promise<void> {
    await this.act.end({ actor, sessionId });
  }

  private async inForce(tenantId: TenantId): Promise<AssistanceView> {
    const now = this.clock.now();
    const consent = await this.database.inTenant(tenantId, (tx) =>
      this.consents.inForce(tx, tenantId, now),
    );
    return { consent: consent ? consentView(consent) : null };
  }
}

import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Choice } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountsErrors } from '../accounts.errors.js';
import type { Actor } from '../domain/actor.js';
import { tenantOf } from '../domain/actor.js';
import { LiftLeakFreeze } from '../use-cases/lift-leak-freeze.js';
import { ReportLeak } from '../use-cases/report-leak.js';
import { ForOperator, ForSignedIn, ForTenant } from './access.js';
import { CurrentActor, CurrentTenant } from './current.js';
import { IdParam } from './id-param.js';

class LeakDto {
  @Choice(['password', 'device', 'api-key', 'other']) what!:
    'password' | 'device' | 'api-key' | 'other';
}

/** @clause W8.3 */
@ApiTags('leaks')
@Controller('api/v1')
export class LeakController {
  constructor(
    private readonly reportLeak: ReportLeak,
    private readonly liftFreeze: LiftLeakFreeze,
  ) {}

  @Post('leak-reports')
  @HttpCode(204)
  @ForSignedIn()
  @ApiOperation({
    summary:
      'Report a leak: ends all sessions, voids passwords, refuses keys and stops sending at once',
  })
  @ApiNoContentResponse()
  async report(@Body() { what }: LeakDto, @CurrentActor() actor: Actor): Promise<void> {
    const tenantId = tenantOf(actor);
    if (!tenantId) throw accountsErrors.notAllowed();
    await this.reportLeak.execute({ tenantId, actor, what });
  }

  @Post('leak-reports/lift')
  @HttpCode(204)
  @ForTenant('members.write')
  @ApiOperation({ summary: 'All is well again: keys work, campaigns can be resumed' })
  @ApiNoContentResponse()
  async lift(@CurrentTenant() tenantId: TenantId, @CurrentActor() actor: Actor): Promise<void> {
    await this.liftFreeze.execute({ tenantId, actor });
  }

  @Post('operator/tenants/:tenantId/leak-reports')
  @HttpCode(204)
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Note a leak that a tenant reported by phone or mail; freezes at once' })
  @ApiNoContentResponse()
  async note(
    @IdParam('tenantId') tenantId: string,
    @Body() { what }: LeakDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.reportLeak.execute({ tenantId: asTenantId(tenantId), actor, what });
  }

  @Post('operator/tenants/:tenantId/leak-reports/lift')
  @HttpCode(204)
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Lift the freeze of a tenant' })
  @ApiNoContentResponse()
  async liftFor(
    @IdParam('tenantId') tenantId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.liftFreeze.execute({ tenantId: asTenantId(tenantId), actor });
  }
}

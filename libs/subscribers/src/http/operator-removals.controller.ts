import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Choice, Flag, Text } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { removalReasons } from '../domain/removal-reason.js';
import type { RemovalReason } from '../domain/removal-reason.js';
import { RemoveForCause } from '../use-cases/remove-for-cause.js';

export class RemovalDto {
  @Text({ max: 254, about: 'Matched exactly; kept nowhere' }) address!: string;
  @Choice(removalReasons) reason!: RemovalReason;
  @Text({ min: 0, max: 500, about: 'For the audit trail, which the tenant can read; no address' })
  note!: string;
}

export class AddressRemovalView {
  @Flag({ about: 'False when nobody who reads anything has the address' }) removed!: boolean;
}

/** Addresses that the provider takes off a tenant's lists by itself. @clause W12B-3 */
@ApiTags('operator: abuse')
@Controller('api/v1/operator/tenants/:tenantId/address-removals')
export class OperatorRemovalsController {
  constructor(private readonly removing: RemoveForCause) {}

  @Post()
  @HttpCode(200)
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Take an address off all lists of a tenant and erase it' })
  @ApiOkResponse({ type: AddressRemovalView })
  async remove(
    @IdParam('tenantId') tenantId: string,
    @Body() { address, reason, note }: RemovalDto,
    @CurrentActor() actor: Actor,
  ): Promise<AddressRemovalView> {
    const wish = { tenantId: asTenantId(tenantId), address, reason, note, actor };
    return { removed: await this.removing.execute(wish) };
  }
}

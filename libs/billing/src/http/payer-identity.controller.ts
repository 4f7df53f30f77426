import { CurrentActor, ForOperator, IdParam, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Payers } from '../store/payers.store.js';
import { SetPayerIdentity } from '../use-cases/set-payer-identity.js';
import { PayerIdentityDto, PayerIdentityView, payerIdentityView } from './transfers.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/tenants/:tenantId/payer-identity')
export class PayerIdentityController {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly payers: Payers,
    private readonly setIdentity: SetPayerIdentity,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'By which codes and names a tenant’s transfers are known' })
  @ApiOkResponse({ type: PayerIdentityView })
  async show(@IdParam('tenantId') id: string): Promise<PayerIdentityView> {
    const tenantId = asTenantId(id);
    return this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      return payerIdentityView(await this.payers.identity(tx, tenantId));
    });
  }

  @Put()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Replace the codes and names' })
  @ApiOkResponse({ type: PayerIdentityView })
  async replace(
    @IdParam('tenantId') id: string,
    @Body() { codes, names }: PayerIdentityDto,
    @CurrentActor() actor: Actor,
  ): Promise<PayerIdentityView> {
    await this.setIdentity.execute(asTenantId(id), { codes, names }, actor);
    return this.show(id);
  }
}

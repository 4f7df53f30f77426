import { CurrentActor, ForOperator, IdParam, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TransferAccounts } from '../store/transfer-accounts.store.js';
import { GiveTransferAccount } from '../use-cases/give-transfer-account.js';
import { WithdrawTransferAccount } from '../use-cases/withdraw-transfer-account.js';
import {
  TransferAccountDto,
  TenantAccountView,
  tenantAccountView,
} from './transfer-account.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/tenants/:tenantId/transfer-account')
export class TransferAccountController {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly accounts: TransferAccounts,
    private readonly give: GiveTransferAccount,
    private readonly withdraw: WithdrawTransferAccount,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The account that this tenant alone transfers to (振込専用口座)' })
  @ApiOkResponse({ type: TenantAccountView })
  async show(@IdParam('tenantId') id: string): Promise<TenantAccountView> {
    const tenantId = asTenantId(id);
    return this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      return tenantAccountView(await this.accounts.of(tx, tenantId));
    });
  }

  @Put()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Give the tenant an account of its own; documents say it from now on' })
  @ApiOkResponse({ type: TenantAccountView })
  async replace(
    @IdParam('tenantId') id: string,
    @Body() body: TransferAccountDto,
    @CurrentActor() actor: Actor,
  ): Promise<TenantAccountView> {
    await this.give.execute(asTenantId(id), body, actor);
    return this.show(id);
  }

  @Delete()
  @HttpCode(204)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Let the tenant pay to the provider’s account again' })
  @ApiNoContentResponse()
  async remove(@IdParam('tenantId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.withdraw.execute(asTenantId(id), actor);
  }
}

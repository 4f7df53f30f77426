import { CurrentTenant, ForOperator, ForTenant, IdParam } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowPayments } from '../use-cases/show-payments.js';
import { PaymentsView, paymentsView } from './payments.view.js';

@ApiTags('billing')
@Controller('api/v1')
export class PaymentsController {
  constructor(private readonly showPayments: ShowPayments) {}

  @Get('billing/payments')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'What is owed, what was paid, and what of that is left' })
  @ApiOkResponse({ type: PaymentsView })
  async own(@CurrentTenant() tenantId: TenantId): Promise<PaymentsView> {
    return paymentsView(await this.showPayments.execute(tenantId));
  }

  @Get('operator/tenants/:tenantId/payments')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The same of one tenant' })
  @ApiOkResponse({ type: PaymentsView })
  async ofTenant(@IdParam('tenantId') id: string): Promise<PaymentsView> {
    return paymentsView(await this.showPayments.execute(asTenantId(id)));
  }
}

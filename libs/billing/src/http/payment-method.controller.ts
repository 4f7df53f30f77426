import { CurrentActor, CurrentTenant, ForTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequestMandate } from '../use-cases/request-mandate.js';
import { ShowPaymentMethod } from '../use-cases/show-payment-method.js';
import { PaymentMethodView, paymentMethodView } from './payment-method.view.js';

@ApiTags('billing')
@Controller('api/v1/billing')
export class PaymentMethodController {
  constructor(
    private readonly showMethod: ShowPaymentMethod,
    private readonly requestMandate: RequestMandate,
  ) {}

  @Get('payment-method')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'How invoices are paid: by direct debit or by transfer, and where to' })
  @ApiOkResponse({ type: PaymentMethodView })
  async show(@CurrentTenant() tenantId: TenantId): Promise<PaymentMethodView> {
    return paymentMethodView(await this.showMethod.execute(tenantId));
  }

  @Post('mandate-requests')
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Ask for the form of a direct debit mandate' })
  @ApiCreatedResponse({ type: PaymentMethodView })
  async request(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentMethodView> {
    await this.requestMandate.execute({ tenantId, actor });
    return this.show(tenantId);
  }
}

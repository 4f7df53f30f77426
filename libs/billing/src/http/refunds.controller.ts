import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId, yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refunds } from '../store/refunds.store.js';
import { DecideRefund } from '../use-cases/decide-refund.js';
import { ProposeRefund } from '../use-cases/propose-refund.js';
import { holderAccountOf } from './bank-account.dto.js';
import {
  DecisionDto,
  ProposeRefundDto,
  RefundListView,
  RefundView,
  RefundsQuery,
  refundView,
} from './two-persons.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class RefundsController {
  constructor(
    private readonly database: Database,
    private readonly refunds: Refunds,
    private readonly proposeRefund: ProposeRefund,
    private readonly decideRefund: DecideRefund,
  ) {}

  @Get('refunds')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Refunds of all tenants, oldest first' })
  @ApiOkResponse({ type: RefundListView })
  async list(@Query() { state }: RefundsQuery): Promise<RefundListView> {
    const rows = await this.database.asSystem((tx) => this.refunds.list(tx, state));
    return { items: rows.map(refundView) };
  }

  @Get('refunds/:refundId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'One refund' })
  @ApiOkResponse({ type: RefundView })
  async show(@IdParam('refundId') id: string): Promise<RefundView> {
    return this.database.asSystem(async (tx) => {
      const tenantId = await this.refunds.tenantOf(tx, id);
      return refundView(await this.refunds.lock(tx, tenantId, id));
    });
  }

  @Post('tenants/:tenantId/refunds')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Propose to pay credit back' })
  @ApiCreatedResponse({ type: RefundView })
  async propose(
    @IdParam('tenantId') tenantId: string,
    @Body() { amountYen, reason, account }: ProposeRefundDto,
    @CurrentActor() actor: Actor,
  ): Promise<RefundView> {
    const id = await this.proposeRefund.execute({
      tenantId: asTenantId(tenantId),
      amount: yen(amountYen),
      reason,
      account: account && holderAccountOf(account),
      actor,
    });
    return this.show(id);
  }

  @Post('refunds/:refundId/approve')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Approve it, as the second person' })
  @ApiOkResponse({ type: RefundView })
  async approve(
    @IdParam('refundId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<RefundView> {
    await this.decideRefund.execute({ id, state: 'approved', note: note ?? null, actor });
    return this.show(id);
  }

  @Post('refunds/:refundId/reject')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Reject it, as the second person: it is credit again' })
  @ApiOkResponse({ type: RefundView })
  async reject(
    @IdParam('refundId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<RefundView> {
    await this.decideRefund.execute({ id, state: 'rejected', note: note ?? null, actor });
    return this.show(id);
  }
}

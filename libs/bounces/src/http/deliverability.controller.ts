import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { ListQuery } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CompareTenants } from '../use-cases/compare-tenants.js';
import { DecideQualityGate } from '../use-cases/decide-quality-gate.js';
import { ReadDeliverability } from '../use-cases/read-deliverability.js';
import { GateDecisionDto, HeldQuery } from './deliverability.dto.js';
import {
  QualityGateView,
  QualityGatesView,
  SenderCausedListView,
  UnattributedListView,
  qualityGateView,
  qualityGatesView,
  senderCausedView,
  unattributedView,
} from './deliverability.view.js';
import { SummaryQuery, periodIn } from './summary-query.dto.js';
import { TenantFaresView, tenantFaresView } from './tenant-fares.view.js';

/** What operators watch: our reputation, reports nobody can be told from, and campaigns whose list is bad. */
@ApiTags('operator: deliverability')
@Controller('api/v1/operator')
export class DeliverabilityController {
  constructor(
    private readonly reading: ReadDeliverability,
    private readonly comparing: CompareTenants,
    private readonly deciding: DecideQualityGate,
  ) {}

  @Get('bounces/sender-caused')
  @ForOperator('deliverability.read')
  @ApiOperation({ summary: 'Refusals for the sender’s sake, by tenant, domain and reason' })
  @ApiOkResponse({ type: SenderCausedListView })
  async senderCaused(@Query() query: SummaryQuery): Promise<SenderCausedListView> {
    return senderCausedView(await this.reading.refusals(periodIn(query)));
  }

  @Get('bounces/by-tenant')
  @ForOperator('deliverability.read')
  @ApiOperation({ summary: 'What came back to each tenant, and was complained about' })
  @ApiOkResponse({ type: TenantFaresView })
  async byTenant(@Query() query: SummaryQuery): Promise<TenantFaresView> {
    return tenantFaresView(await this.comparing.execute(periodIn(query)));
  }

  @Get('bounces/unattributed')
  @ForOperator('deliverability.read')
  @ApiOperation({ summary: 'Reports that nobody can be told from, the newest first' })
  @ApiOkResponse({ type: UnattributedListView })
  async unattributed(@Query() { size, cursor }: ListQuery): Promise<UnattributedListView> {
    return unattributedView(await this.reading.reports({ size, cursor }));
  }

  @Get('quality-gates')
  @ForOperator('deliverability.read')
  @ApiOperation({ summary: 'Campaigns that stopped for the quality of their list' })
  @ApiOkResponse({ type: QualityGatesView })
  async gates(@Query() { state, size, cursor }: HeldQuery): Promise<QualityGatesView> {
    const openOnly = state !== 'all';
    return qualityGatesView(await this.reading.held({ openOnly, size, cursor }));
  }

  @Post('quality-gates/:gateId/release')
  @HttpCode(200)
  @ForOperator('deliverability.write')
  @ApiOperation({ summary: 'Let the campaign go on' })
  @ApiOkResponse({ type: QualityGateView })
  async release(
    @IdParam('gateId') id: string,
    @Body() { reason }: GateDecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<QualityGateView> {
    return qualityGateView(
      await this.deciding.execute({ id, decision: 'released', reason, actor }),
    );
  }

  @Post('quality-gates/:gateId/abort')
  @HttpCode(200)
  @ForOperator('deliverability.write')
  @ApiOperation({ summary: 'End the campaign; what has not left does not leave' })
  @ApiOkResponse({ type: QualityGateView })
  async abort(
    @IdParam('gateId') id: string,
    @Body() { reason }: GateDecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<QualityGateView> {
    return qualityGateView(await this.deciding.execute({ id, decision: 'aborted', reason, actor }));
  }
}

import { ForOperator } from '#lib/accounts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SummariseInbound } from '../use-cases/summarise-inbound.js';
import { InboundSummaryView, inboundSummaryView } from './inbound-summary.view.js';

@ApiTags('operator: deliverability')
@Controller('api/v1/operator/inbound')
export class InboundController {
  constructor(private readonly summarise: SummariseInbound) {}

  @Get('summary')
  @ForOperator('deliverability.read')
  @ApiOperation({ summary: 'What became of the mail that came in, by day, for the last 30 days' })
  @ApiOkResponse({ type: InboundSummaryView })
  async summary(): Promise<InboundSummaryView> {
    return inboundSummaryView(await this.summarise.execute());
  }
}

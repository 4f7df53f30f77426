import { ForOperator } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Credits } from '../store/credits.store.js';
import { ReadArrears } from '../use-cases/read-arrears.js';
import { ArrearsView, arrearsView } from './arrears.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/arrears')
export class ArrearsController {
  constructor(
    private readonly read: ReadArrears,
    private readonly database: Database,
    private readonly credits: Credits,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({
    summary: 'What tenants owe and have not paid: what was done, and what comes next',
  })
  @ApiOkResponse({ type: ArrearsView })
  async list(): Promise<ArrearsView> {
    const owedBack = await this.database.asSystem((tx) => this.credits.owedBack(tx));
    return arrearsView(await this.read.execute(), owedBack, this.clock.now());
  }
}

import { ForOperator } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadArrears } from '../use-cases/read-arrears.js';
import { ArrearsView, arrearsView } from './arrears.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/arrears')
export class ArrearsController {
  constructor(
    private readonly read: ReadArrears,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Overdue invoices of all tenants: what was done, and what comes next' })
  @ApiOkResponse({ type: ArrearsView })
  async list(): Promise<ArrearsView> {
    return arrearsView(await this.read.execute(), this.clock.now());
  }
}

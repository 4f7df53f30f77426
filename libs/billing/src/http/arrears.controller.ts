import { ForOperator } from '#lib/accounts';
import { Clock, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ArrearsList } from '../store/arrears.store.js';
import { ArrearsView, arrearsView } from './arrears.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/arrears')
export class ArrearsController {
  constructor(
    private readonly database: Database,
    private readonly arrears: ArrearsList,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Overdue invoices of all tenants, with what was done about them' })
  @ApiOkResponse({ type: ArrearsView })
  async list(): Promise<ArrearsView> {
    const now = this.clock.now();
    const today = jstDate(now).toString();
    const rows = await this.database.asSystem((tx) => this.arrears.list(tx, today));
    return arrearsView(rows, now);
  }
}

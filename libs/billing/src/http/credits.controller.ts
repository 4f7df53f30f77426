import { ForOperator } from '#lib/accounts';
import { Database } from '#platform/database';
import { NestedList, Text, Uuid, Whole } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Credits } from '../store/credits.store.js';

class TenantCreditView {
  @Uuid() tenantId!: string;
  @Text() tenantName!: string;
  @Whole() creditYen!: number;
  @Whole({ about: 'What is still open, due or not' }) openYen!: number;
}

export class CreditsView {
  @NestedList(() => TenantCreditView, { about: 'The largest credit first' })
  items!: TenantCreditView[];
}

@ApiTags('operator: payments')
@Controller('api/v1/operator/credits')
export class CreditsController {
  constructor(
    private readonly database: Database,
    private readonly credits: Credits,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Tenants that have paid more than they owe' })
  @ApiOkResponse({ type: CreditsView })
  async list(): Promise<CreditsView> {
    const rows = await this.database.asSystem((tx) => this.credits.list(tx));
    return {
      items: rows.map(({ credit, open, ...tenant }) => ({
        ...tenant,
        creditYen: credit,
        openYen: open,
      })),
    };
  }
}

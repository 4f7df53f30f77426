import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { ListQuery } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OperatorReadsStore } from '../store/operator-reads.store.js';
import { ForOperator, ForTenant } from './access.js';
import { auditPosition } from './audit.dto.js';
import { CurrentTenant } from './current.js';
import {
  DataAccessView,
  OperatorDataAccessQuery,
  OperatorDataAccessView,
  dataAccessView,
  operatorDataAccessView,
} from './data-access.dto.js';

/** What operators looked at. @clause P4-8, §4.3 */
@ApiTags('audit')
@Controller('api/v1')
export class DataAccessController {
  constructor(
    private readonly database: Database,
    private readonly reads: OperatorReadsStore,
  ) {}

  @Get('data-access')
  @ForTenant('audit.read')
  @ApiOperation({ summary: 'When people of the provider looked at data of the tenant, and why' })
  @ApiOkResponse({ type: DataAccessView })
  async ofTenant(
    @CurrentTenant() tenantId: TenantId,
    @Query() { size, cursor }: ListQuery,
  ): Promise<DataAccessView> {
    const page = { limit: size + 1, from: auditPosition(cursor) };
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.reads.page(tx, tenantId, page),
    );
    return dataAccessView(rows, size);
  }

  @Get('operator/data-access')
  @ForOperator('audit.read-all')
  @ApiOperation({ summary: 'Which operator looked at data of which tenant, and why' })
  @ApiOkResponse({ type: OperatorDataAccessView })
  async ofAll(
    @Query() { size, cursor, tenantId }: OperatorDataAccessQuery,
  ): Promise<OperatorDataAccessView> {
    const page = { limit: size + 1, from: auditPosition(cursor) };
    const wanted = tenantId === undefined ? undefined : asTenantId(tenantId);
    const rows = await this.database.asSystem((tx) => this.reads.pageOfAll(tx, wanted, page));
    return operatorDataAccessView(rows, size);
  }
}

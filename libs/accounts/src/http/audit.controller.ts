import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditStore } from '../store/audit.store.js';
import type { AuditFilter, AuditPosition } from '../store/audit.store.js';
import { ForOperator, ForTenant } from './access.js';
import {
  AuditListView,
  AuditQuery,
  OperatorAuditQuery,
  auditFilter,
  auditListView,
  auditPosition,
} from './audit.dto.js';
import { CurrentTenant } from './current.js';

@ApiTags('audit')
@Controller('api/v1')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly store: AuditStore,
  ) {}

  @Get('audit')
  @ForTenant('audit.read')
  @ApiOperation({ summary: 'Who did what in the tenant, the newest first' })
  @ApiOkResponse({ type: AuditListView })
  async ofTenant(
    @CurrentTenant() tenantId: TenantId,
    @Query() query: AuditQuery,
  ): Promise<AuditListView> {
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.store.ofTenant(tx, tenantId, pageFor(query)),
    );
    return auditListView(rows, query.size);
  }

  @Get('operator/audit')
  @ForOperator('audit.read-all')
  @ApiOperation({ summary: 'Who did what anywhere, the newest first' })
  @ApiOkResponse({ type: AuditListView })
  async ofAll(@Query() query: OperatorAuditQuery): Promise<AuditListView> {
    const tenantId = query.tenantId === undefined ? undefined : asTenantId(query.tenantId);
    const rows = await this.database.asSystem((tx) =>
      this.store.ofAll(tx, tenantId, pageFor(query)),
    );
    return auditListView(rows, query.size);
  }
}

const pageFor = (
  query: AuditQuery,
): { limit: number; from: AuditPosition | undefined; filter: AuditFilter } => ({
  limit: query.size + 1,
  from: auditPosition(query.cursor),
  filter: auditFilter(query),
});

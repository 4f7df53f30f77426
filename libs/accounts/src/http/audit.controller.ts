import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { ListQuery } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditStore } from '../store/audit.store.js';
import { ForOperator, ForTenant } from './access.js';
import { AuditListView, OperatorAuditQuery, auditListView, auditPosition } from './audit.dto.js';
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
    @Query() { size, cursor }: ListQuery,
  ): Promise<AuditListView> {
    const from = auditPosition(cursor);
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.store.ofTenant(tx, tenantId, size + 1, from),
    );
    return auditListView(rows, size);
  }

  @Get('operator/audit')
  @ForOperator('audit.read-all')
  @ApiOperation({ summary: 'Who did what anywhere, the newest first' })
  @ApiOkResponse({ type: AuditListView })
  async ofAll(@Query() { size, cursor, tenantId }: OperatorAuditQuery): Promise<AuditListView> {
    const from = auditPosition(cursor);
    const of = tenantId === undefined ? undefined : asTenantId(tenantId);
    const rows = await this.database.asSystem((tx) => this.store.ofAll(tx, of, size + 1, from));
    return auditListView(rows, size);
  }
}

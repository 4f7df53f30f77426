import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor } from '#platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountsErrors } from '../accounts.errors.js';
import type { Actor } from '../domain/actor.js';
import { TenantsStore } from '../store/tenants.store.js';
import { RegisterTenant } from '../use-cases/register-tenant.js';
import { ForOperator } from './access.js';
import { CreatedView } from './created.view.js';
import { CurrentActor } from './current.js';
import { IdParam } from './id-param.js';
import { Idempotent } from './idempotent.js';
import {
  RegisterTenantDto,
  TenantListView,
  TenantView,
  TenantsQuery,
  tenantListView,
  tenantView,
} from './tenants.dto.js';

@ApiTags('operator: tenants')
@Controller('api/v1/operator/tenants')
export class OperatorTenantsController {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsStore,
    private readonly registerTenant: RegisterTenant,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'All tenants, in order of their slug' })
  @ApiOkResponse({ type: TenantListView })
  async list(@Query() { size, cursor, search }: TenantsQuery): Promise<TenantListView> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) =>
      this.tenants.list(tx, size + 1, from, search),
    );
    return tenantListView(rows, size);
  }

  @Get(':tenantId')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'One tenant' })
  @ApiOkResponse({ type: TenantView })
  async show(@IdParam('tenantId') id: string): Promise<TenantView> {
    const row = await this.database.asSystem((tx) => this.tenants.find(tx, asTenantId(id)));
    if (!row) throw accountsErrors.tenantNotFound();
    return tenantView(row);
  }

  @Post()
  @Idempotent()
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Register a tenant and invite its first owner' })
  @ApiCreatedResponse({ type: CreatedView })
  async register(
    @Body() body: RegisterTenantDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedView> {
    const { slug, name, locale, ownerEmail } = body;
    return { id: await this.registerTenant.execute({ slug, name, locale, ownerEmail, actor }) };
  }
}

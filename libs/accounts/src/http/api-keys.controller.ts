import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { ApiKeysStore } from '../store/api-keys.store.js';
import { CreateApiKey } from '../use-cases/create-api-key.js';
import { RevokeApiKey } from '../use-cases/revoke-api-key.js';
import { ForTenant } from './access.js';
import { ApiKeyListView, CreateApiKeyDto, CreatedApiKeyView, apiKeyView } from './api-keys.dto.js';
import { CurrentActor, CurrentTenant } from './current.js';
import { IdParam } from './id-param.js';

@ApiTags('api keys')
@ForTenant('keys.write')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysStore,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All keys of the tenant, the newest first' })
  @ApiOkResponse({ type: ApiKeyListView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<ApiKeyListView> {
    const rows = await this.database.inTenant(tenantId, (tx) => this.keys.list(tx, tenantId));
    return { items: rows.map((row) => apiKeyView(row, this.clock.now())) };
  }

  @Post()
  @ApiOperation({ summary: 'Make a key; its secret is shown in this answer only' })
  @ApiCreatedResponse({ type: CreatedApiKeyView })
  create(
    @Body() { name, scopes, expiresAt }: CreateApiKeyDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedApiKeyView> {
    return this.createApiKey.execute({
      tenantId,
      name,
      scopes,
      expiresAt: expiresAt ? new Date(expiresAt) : null,
      actor,
    });
  }

  @Delete(':keyId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key, at once and for good' })
  @ApiNoContentResponse()
  async revoke(
    @IdParam('keyId') keyId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.revokeApiKey.execute({ tenantId, keyId, actor });
  }
}

import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideMigrationList } from '../use-cases/decide-migration-list.js';
import { ReadMigrationLists } from '../use-cases/read-migration-lists.js';
import { DeclaredListsView, ListDecisionDto, declaredListView } from './migration-lists.dto.js';

@ApiTags('operator: migration lists')
@Controller('api/v1/operator')
export class OperatorMigrationListsController {
  constructor(
    private readonly decide: DecideMigrationList,
    private readonly read: ReadMigrationLists,
  ) {}

  @Get('migration-lists')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Declared lists that wait for a decision, the oldest first' })
  @ApiOkResponse({ type: DeclaredListsView })
  async list(): Promise<DeclaredListsView> {
    return { items: (await this.read.declared()).map(declaredListView) };
  }

  @Post('tenants/:tenantId/migration-lists/:migrationListId/decide')
  @HttpCode(204)
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Let a list be asked, or not' })
  @ApiNoContentResponse()
  async answer(
    @IdParam('tenantId') tenantId: string,
    @IdParam('migrationListId') listId: string,
    @CurrentActor() actor: Actor,
    @Body() { decision, reason = '' }: ListDecisionDto,
  ): Promise<void> {
    const wish = { tenantId: asTenantId(tenantId), actor, listId };
    await (decision === 'approved' ? this.decide.approve(wish) : this.decide.reject(wish, reason));
  }
}

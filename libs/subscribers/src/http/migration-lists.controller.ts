import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { subscriberErrors } from '../subscribers.errors.js';
import { DecideMigrationList } from '../use-cases/decide-migration-list.js';
import { ReadMigrationLists } from '../use-cases/read-migration-lists.js';
import { UploadMigrationList } from '../use-cases/upload-migration-list.js';
import {
  DeclarationDto,
  MigrationListView,
  MigrationListsView,
  migrationListLineView,
  migrationListView,
} from './migration-lists.dto.js';

const largestFile = 20 * 1024 * 1024;

/** Lists of readers from elsewhere. There is no way to get one out again. @clause D-13 */
@ApiTags('migration lists')
@Controller('api/v1')
export class MigrationListsController {
  constructor(
    private readonly upload: UploadMigrationList,
    private readonly decide: DecideMigrationList,
    private readonly read: ReadMigrationLists,
  ) {}

  @Post('newsletters/:newsletterId/migration-lists')
  @ForTenant('subscribers.write')
  @ApiOperation({
    summary: 'Upload a CSV of readers from elsewhere',
    description:
      'Columns address, consent_date, consent_source, and fields of the form. Rows without evidence of consent are refused; nobody is asked before the list is declared and the provider agrees.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: MigrationListView })
  async add(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
    @Req() request: Request,
  ): Promise<MigrationListView> {
    const file = await fileOf(request);
    const id = await this.upload.execute({ tenantId, actor, newsletterId, file });
    return migrationListView(await this.read.execute(tenantId, id));
  }

  @Get('migration-lists')
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'The lists and how far they are, the newest first' })
  @ApiOkResponse({ type: MigrationListsView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<MigrationListsView> {
    return { items: (await this.read.list(tenantId)).map(migrationListLineView) };
  }

  @Get('migration-lists/:migrationListId')
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'One list with its refused rows' })
  @ApiOkResponse({ type: MigrationListView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('migrationListId') listId: string,
  ): Promise<MigrationListView> {
    return migrationListView(await this.read.execute(tenantId, listId));
  }

  @Post('migration-lists/:migrationListId/declare')
  @HttpCode(204)
  @ForTenant('subscribers.write')
  @ApiOperation({ summary: 'Sign that everybody on the list consented; then the provider decides' })
  @ApiNoContentResponse()
  async declare(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('migrationListId') listId: string,
    @Body() { signedBy }: DeclarationDto,
  ): Promise<void> {
    await this.decide.declare({ tenantId, actor, listId }, signedBy);
  }

  @Delete('migration-lists/:migrationListId')
  @HttpCode(204)
  @ForTenant('subscribers.write')
  @ApiOperation({ summary: 'Withdraw a list; who was not asked is forgotten' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('migrationListId') listId: string,
  ): Promise<void> {
    await this.decide.withdraw({ tenantId, actor, listId });
  }
}

const fileOf = async (request: Request): Promise<Buffer> => {
  if (!request.is('text/csv')) throw subscriberErrors.notCsv();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > largestFile) throw subscriberErrors.listTooLong();
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

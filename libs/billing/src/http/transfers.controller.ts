import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { transferSearch } from '../domain/transfer/transfer-search.js';
import { TransferImports } from '../store/transfer-imports.store.js';
import { Transfers } from '../store/transfers.store.js';
import { DecideTransfer } from '../use-cases/decide-transfer.js';
import { ImportTransfers } from '../use-cases/import-transfers.js';
import { bytesOf } from './file-content.dto.js';
import {
  ImportTransfersDto,
  ImportedView,
  MatchTransferDto,
  SetAsideDto,
  TransferImportListView,
  TransferListView,
  TransferView,
  TransfersQuery,
  transferImportView,
  transferListView,
  transferView,
} from './transfers.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class TransfersController {
  constructor(
    private readonly database: Database,
    private readonly imports: TransferImports,
    private readonly transfers: Transfers,
    private readonly importTransfers: ImportTransfers,
    private readonly decideTransfer: DecideTransfer,
  ) {}

  @Post('transfer-imports')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Take in a bank’s file of transfers and match what can be matched' })
  @ApiCreatedResponse({ type: ImportedView })
  async import(
    @Body() body: ImportTransfersDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportedView> {
    const { bankProfileId, format, fileName } = body;
    const bytes = bytesOf(body);
    return this.importTransfers.execute({ bankProfileId, format, fileName, bytes, actor });
  }

  @Get('transfer-imports')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The latest files of transfers' })
  @ApiOkResponse({ type: TransferImportListView })
  async listImports(): Promise<TransferImportListView> {
    const rows = await this.database.asSystem((tx) => this.imports.list(tx));
    return { items: rows.map(transferImportView) };
  }

  @Get('transfers')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Transfers, newest first' })
  @ApiOkResponse({ type: TransferListView })
  async list(@Query() { state, search, size, cursor }: TransfersQuery): Promise<TransferListView> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const wanted = { state, search: search === undefined ? undefined : transferSearch(search) };
    const rows = await this.database.asSystem((tx) => this.transfers.page(tx, wanted, size, after));
    return transferListView(rows, size);
  }

  @Get('transfers/:transferId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'One transfer' })
  @ApiOkResponse({ type: TransferView })
  async show(@IdParam('transferId') id: string): Promise<TransferView> {
    return transferView(await this.database.asSystem((tx) => this.transfers.lock(tx, id)));
  }

  @Post('transfers/:transferId/match')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Say whose transfer it is' })
  @ApiOkResponse({ type: TransferView })
  async match(
    @IdParam('transferId') id: string,
    @Body() { tenantId, invoiceIds = [], rememberName = false }: MatchTransferDto,
    @CurrentActor() actor: Actor,
  ): Promise<TransferView> {
    const whose = {
      kind: 'match',
      tenantId: asTenantId(tenantId),
      invoiceIds,
      rememberName,
    } as const;
    await this.decideTransfer.execute(id, whose, actor);
    return this.show(id);
  }

  @Post('transfers/:transferId/unmatch')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'It was not that tenant’s: its invoices are owed again' })
  @ApiOkResponse({ type: TransferView })
  async unmatch(
    @IdParam('transferId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<TransferView> {
    await this.decideTransfer.execute(id, { kind: 'unmatch' }, actor);
    return this.show(id);
  }

  @Post('transfers/:transferId/set-aside')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'It is no payment of a tenant' })
  @ApiOkResponse({ type: TransferView })
  async setAside(
    @IdParam('transferId') id: string,
    @Body() { note }: SetAsideDto,
    @CurrentActor() actor: Actor,
  ): Promise<TransferView> {
    await this.decideTransfer.execute(id, { kind: 'set-aside', note }, actor);
    return this.show(id);
  }
}

import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { ListQuery, decodeCursor } from '#platform/http';
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { DebitEntries } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { CancelDebitFile } from '../use-cases/cancel-debit-file.js';
import { ConfirmDebitFile } from '../use-cases/confirm-debit-file.js';
import { HandOverDebitFile } from '../use-cases/hand-over-debit-file.js';
import { ImportDebitResult } from '../use-cases/import-debit-result.js';
import { PrepareDebitFile } from '../use-cases/prepare-debit-file.js';
import { bankFile } from './bank-file.js';
import {
  DebitFileDetailView,
  DebitFileListView,
  DebitResultDto,
  PrepareDebitFileDto,
  ResultCountsView,
  debitFileDetailView,
  debitFileListView,
} from './debit-files.dto.js';
import { bytesOf } from './file-content.dto.js';
import { monthIn } from './read-dates.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/debit-files')
export class DebitFilesController {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly prepareFile: PrepareDebitFile,
    private readonly confirmFile: ConfirmDebitFile,
    private readonly cancelFile: CancelDebitFile,
    private readonly handOverFile: HandOverDebitFile,
    private readonly importResult: ImportDebitResult,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Debit files, newest first' })
  @ApiOkResponse({ type: DebitFileListView })
  async list(@Query() { size, cursor }: ListQuery): Promise<DebitFileListView> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.files.page(tx, size, after));
    return debitFileListView(rows, size);
  }

  @Get(':debitFileId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'One file with its debits and their results' })
  @ApiOkResponse({ type: DebitFileDetailView })
  async show(@IdParam('debitFileId') id: string): Promise<DebitFileDetailView> {
    return this.database.asSystem(async (tx) =>
      debitFileDetailView(await this.files.lock(tx, id), await this.entries.ofFile(tx, id)),
    );
  }

  @Post()
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Put a month’s file together; a second person confirms it' })
  @ApiCreatedResponse({ type: DebitFileDetailView })
  async prepare(
    @Body() { month, bankProfileId }: PrepareDebitFileDto,
    @CurrentActor() actor: Actor,
  ): Promise<DebitFileDetailView> {
    const wish = { month: monthIn(month, 'month'), bankProfileId, actor };
    return this.show(await this.prepareFile.execute(wish));
  }

  @Post(':debitFileId/confirm')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Let it go, as the second person' })
  @ApiOkResponse({ type: DebitFileDetailView })
  async confirm(
    @IdParam('debitFileId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DebitFileDetailView> {
    await this.confirmFile.execute({ id, actor });
    return this.show(id);
  }

  @Post(':debitFileId/cancel')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Give up a file that no bank has seen' })
  @ApiOkResponse({ type: DebitFileDetailView })
  async cancel(
    @IdParam('debitFileId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DebitFileDetailView> {
    await this.cancelFile.execute({ id, actor });
    return this.show(id);
  }

  @Post(':debitFileId/download')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'The bytes for the bank; the first time hands the file over' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'no-store')
  async download(
    @IdParam('debitFileId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return bankFile(await this.handOverFile.execute({ id, actor }));
  }

  @Post(':debitFileId/result')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Take in the bank’s answer, whole or not at all' })
  @ApiOkResponse({ type: ResultCountsView })
  async answer(
    @IdParam('debitFileId') id: string,
    @Body() body: DebitResultDto,
    @CurrentActor() actor: Actor,
  ): Promise<ResultCountsView> {
    return this.importResult.execute({ id, bytes: bytesOf(body), actor });
  }
}

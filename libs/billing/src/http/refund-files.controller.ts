import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { RefundFiles } from '../store/refund-files.store.js';
import { DownloadRefundFile } from '../use-cases/download-refund-file.js';
import { OrderRefunds } from '../use-cases/order-refunds.js';
import { bankFile } from './bank-file.js';
import { dayIn } from './read-dates.js';
import { OrderRefundsDto, RefundFileListView, refundFileView } from './two-persons.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/refund-files')
export class RefundFilesController {
  constructor(
    private readonly database: Database,
    private readonly files: RefundFiles,
    private readonly orderRefunds: OrderRefunds,
    private readonly downloadFile: DownloadRefundFile,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Orders to pay back, newest first' })
  @ApiOkResponse({ type: RefundFileListView })
  async list(): Promise<RefundFileListView> {
    const rows = await this.database.asSystem((tx) => this.files.list(tx));
    return { items: rows.map(refundFileView) };
  }

  @Post()
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Write every approved refund into one file for the bank' })
  @ApiCreatedResponse({ type: RefundFileListView })
  async order(
    @Body() { bankProfileId, payOn }: OrderRefundsDto,
    @CurrentActor() actor: Actor,
  ): Promise<RefundFileListView> {
    const order = { bankProfileId, payOn: dayIn(payOn, 'payOn'), actor };
    const id = await this.orderRefunds.execute(order);
    const { items } = await this.list();
    return { items: items.filter((file) => file.id === id) };
  }

  @Post(':refundFileId/download')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'The bytes for the bank' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'no-store')
  async download(
    @IdParam('refundFileId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return bankFile(await this.downloadFile.execute({ id, actor }));
  }
}

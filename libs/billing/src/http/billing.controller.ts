import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { ListQuery, decodeCursor, pageOf } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PreviewEnd } from '../use-cases/preview-end.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { ShowPeak } from '../use-cases/show-peak.js';
import { DocumentLanguageQuery, EndQuery, MonthQuery } from './billing.dto.js';
import { EndPreviewView, endPreviewView } from './end-preview.view.js';
import {
  InvoicePageView,
  WholeInvoiceView,
  invoiceView,
  wholeInvoiceView,
} from './invoice.view.js';
import { ApiPdf, pdfAnswer } from './pdf-answer.js';
import { PeakView, peakView } from './peak.view.js';
import { dayIn, monthIn } from './read-dates.js';

@ApiTags('billing')
@Controller('api/v1/billing')
export class BillingController {
  constructor(
    private readonly read: ReadInvoices,
    private readonly showPeak: ShowPeak,
    private readonly previewEnd: PreviewEnd,
    private readonly clock: Clock,
  ) {}

  @Get('invoices')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'The own invoices, newest first' })
  @ApiOkResponse({ type: InvoicePageView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { cursor, size }: ListQuery,
  ): Promise<InvoicePageView> {
    const after = cursor === undefined ? null : decodeCursor(cursor).id;
    const found = await this.read.list(tenantId, after, size + 1);
    const { items, nextCursor } = pageOf(found, size, ({ id }) => ({ sort: '', id }));
    const now = this.clock.now();
    return { items: items.map((invoice) => invoiceView(invoice, now)), nextCursor };
  }

  @Get('invoices/:invoiceId')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'An invoice with its lines' })
  @ApiOkResponse({ type: WholeInvoiceView })
  async one(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('invoiceId') id: string,
  ): Promise<WholeInvoiceView> {
    return wholeInvoiceView(await this.read.one(tenantId, id), this.clock.now());
  }

  @Get('invoices/:invoiceId/pdf')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'The qualified invoice as it was issued, or its translation' })
  @ApiPdf()
  async pdf(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('invoiceId') id: string,
    @Query() { lang = 'ja' }: DocumentLanguageQuery,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.read.pdf(tenantId, id, lang));
  }

  @Get('credit-notes/:creditNoteId/pdf')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'A credit note as it was issued, or its translation' })
  @ApiPdf()
  async creditNotePdf(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('creditNoteId') id: string,
    @Query() { lang = 'ja' }: DocumentLanguageQuery,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.read.creditNotePdf(tenantId, id, lang));
  }

  @Get('peak')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'The peak of a month, its curve by day, and what it costs' })
  @ApiOkResponse({ type: PeakView })
  async peak(
    @CurrentTenant() tenantId: TenantId,
    @Query() { month }: MonthQuery,
  ): Promise<PeakView> {
    const asked = month === undefined ? null : monthIn(month, 'month');
    return peakView(await this.showPeak.execute(tenantId, asked));
  }

  @Get('end-preview')
  @ForTenant('billing.read')
  @ApiOperation({ summary: 'What ending service on a day means in money' })
  @ApiOkResponse({ type: EndPreviewView })
  async endPreview(
    @CurrentTenant() tenantId: TenantId,
    @Query() { endDate }: EndQuery,
  ): Promise<EndPreviewView> {
    return endPreviewView(await this.previewEnd.execute(tenantId, dayIn(endDate, 'endDate')));
  }
}

import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId } from '#lib/kernel';
import { ListQuery, decodeCursor, pageOf } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProposeCredit } from '../use-cases/propose-credit.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { VoidInvoice } from '../use-cases/void-invoice.js';
import { CreditDto, DocumentLanguageQuery, ReasonDto, creditedBy } from './billing.dto.js';
import { CreatedView } from './created.view.js';
import {
  InvoicePageView,
  WholeInvoiceView,
  invoiceView,
  wholeInvoiceView,
} from './invoice.view.js';
import { ApiPdf, pdfAnswer } from './pdf-answer.js';

@ApiTags('operator: invoices')
@Controller('api/v1/operator/tenants/:tenantId/invoices')
export class OperatorInvoicesController {
  constructor(
    private readonly read: ReadInvoices,
    private readonly voidInvoice: VoidInvoice,
    private readonly proposeCredit: ProposeCredit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: "A tenant's invoices, newest first" })
  @ApiOkResponse({ type: InvoicePageView })
  async list(
    @IdParam('tenantId') tenant: string,
    @Query() { cursor, size }: ListQuery,
  ): Promise<InvoicePageView> {
    const after = cursor === undefined ? null : decodeCursor(cursor).id;
    const found = await this.read.list(asTenantId(tenant), after, size + 1);
    const { items, nextCursor } = pageOf(found, size, ({ id }) => ({ sort: '', id }));
    const now = this.clock.now();
    return { items: items.map((invoice) => invoiceView(invoice, now)), nextCursor };
  }

  @Get(':invoiceId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'An invoice with its lines' })
  @ApiOkResponse({ type: WholeInvoiceView })
  async one(
    @IdParam('tenantId') tenant: string,
    @IdParam('invoiceId') id: string,
  ): Promise<WholeInvoiceView> {
    return wholeInvoiceView(await this.read.one(asTenantId(tenant), id), this.clock.now());
  }

  @Get(':invoiceId/pdf')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The qualified invoice as it was issued, or its translation' })
  @ApiPdf()
  async pdf(
    @IdParam('tenantId') tenant: string,
    @IdParam('invoiceId') id: string,
    @Query() { lang = 'ja' }: DocumentLanguageQuery,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.read.pdf(asTenantId(tenant), id, lang));
  }

  @Post(':invoiceId/void')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Take an unpaid invoice back; what it had settled comes on the next' })
  @ApiOkResponse({ type: WholeInvoiceView })
  async makeVoid(
    @IdParam('tenantId') tenant: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() { reason }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<WholeInvoiceView> {
    await this.voidInvoice.execute({ tenantId: asTenantId(tenant), invoiceId, reason, actor });
    return this.one(tenant, invoiceId);
  }

  @Post(':invoiceId/credit-notes')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({
    summary: 'Propose to give something of a paid invoice back, at one rate or several',
  })
  @ApiCreatedResponse({ type: CreatedView })
  async credit(
    @IdParam('tenantId') tenant: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() credit: CreditDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedView> {
    const tenantId = asTenantId(tenant);
    const amount = creditedBy(credit);
    const { reason } = credit;
    return {
      id: await this.proposeCredit.execute({ tenantId, invoiceId, amount, reason, actor }),
    };
  }
}

import { ForOperator, IdParam } from '#lib/accounts';
import { asTenantId, yen } from '#lib/kernel';
import {
  Choice,
  Flag,
  Instant,
  NestedList,
  Text,
  Uuid,
  Whole,
  decodeCursor,
  pageOf,
} from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { documentKinds } from '../store/documents.store.js';
import type { FoundDocument } from '../store/documents.store.js';
import { SearchDocuments } from '../use-cases/search-documents.js';
import { DocumentsQuery } from './billing.dto.js';
import { ApiPdf, pdfAnswer } from './pdf-answer.js';
import { dayIn } from './read-dates.js';

export class ArchivedDocumentView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Choice(documentKinds) kind!: string;
  @Text({ example: '2026-000042' }) number!: string;
  @Text({ about: 'Day in Japan', example: '2026-07-11' }) issuedOn!: string;
  @Text() counterparty!: string;
  @Whole({ about: 'With tax' }) amountYen!: number;
  @Text({ about: 'Hexadecimal' }) sha256!: string;
  @Flag({ about: 'False where the kept bytes do not have this hash any more' }) intact!: boolean;
  @Instant() createdAt!: string;
}

export class DocumentPageView {
  @NestedList(() => ArchivedDocumentView) items!: ArchivedDocumentView[];
  @Text({ nullable: true, about: 'Pass it as cursor' }) nextCursor!: string | null;
}

@ApiTags('operator: documents')
@Controller('api/v1/operator/documents')
export class DocumentsController {
  constructor(private readonly documents: SearchDocuments) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({
    summary: 'Kept documents by date, amount, counterparty and number, all combined',
  })
  @ApiOkResponse({ type: DocumentPageView })
  async search(@Query() query: DocumentsQuery): Promise<DocumentPageView> {
    const { size } = query;
    const found = await this.documents.execute(
      {
        kind: query.kind ?? null,
        from: query.from === undefined ? null : dayIn(query.from, 'from'),
        to: query.to === undefined ? null : dayIn(query.to, 'to'),
        least: query.least === undefined ? null : yen(query.least),
        most: query.most === undefined ? null : yen(query.most),
        counterparty: query.counterparty ?? null,
        number: query.number ?? null,
        before: query.cursor === undefined ? null : decodeCursor(query.cursor).sort,
      },
      size + 1,
    );
    const page = pageOf(found, size, ({ number, id }) => ({ sort: number, id }));
    return { items: page.items.map(archivedDocumentView), nextCursor: page.nextCursor };
  }

  @Get(':tenantId/:documentId/pdf')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'A document as it was issued' })
  @ApiPdf()
  async pdf(
    @IdParam('tenantId') tenantId: string,
    @IdParam('documentId') documentId: string,
  ): Promise<StreamableFile> {
    return pdfAnswer(await this.documents.bytes(asTenantId(tenantId), documentId));
  }
}

const archivedDocumentView = ({
  amount,
  issuedOn,
  createdAt,
  ...facts
}: FoundDocument): ArchivedDocumentView => ({
  ...facts,
  issuedOn: issuedOn.toString(),
  amountYen: amount,
  createdAt: createdAt.toISOString(),
});

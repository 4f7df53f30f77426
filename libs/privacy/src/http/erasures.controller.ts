import { FileOfTenants, ForOperator, IdParam } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { localeOf } from '#platform/i18n';
import { decodeCursor, httpErrors, pageOf } from '#platform/http';
import { RetentionParts } from '#platform/retention';
import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { certificatePdf } from '../documents/certificate-pdf.js';
import { ReadCertificates } from '../use-cases/read-certificates.js';
import { ReadErasures } from '../use-cases/read-erasures.js';
import { WatchErasure } from '../use-cases/watch-erasure.js';
import {
  CertificateQuery,
  CertificateView,
  CertificatesView,
  ChainView,
  DueCountsView,
  DueQuery,
  DueTenantsView,
  ErasureStateView,
  MatrixView,
} from './retention.dto.js';
import { certificateView, dueTenantView, erasureStateView, matrixView } from './retention.views.js';

/** What is erased next, and the certificates of what was. */
@ApiTags('operator: retention')
@Controller('api/v1/operator')
export class ErasuresController {
  constructor(
    private readonly erasures: ReadErasures,
    private readonly certificates: ReadCertificates,
    private readonly parts: RetentionParts,
    private readonly watch: WatchErasure,
  ) {}

  @Get('retention-matrix')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'How long each class of data is kept, and which tables follow it' })
  @ApiOkResponse({ type: MatrixView })
  matrix(): MatrixView {
    return matrixView(this.parts.all);
  }

  @Get('erasures/due')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Tenants whose data go next, the most urgent first' })
  @ApiOkResponse({ type: DueTenantsView })
  async due(): Promise<DueTenantsView> {
    return { items: (await this.erasures.due()).map(dueTenantView) };
  }

  @Get('erasures/state')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Whether the erasure of the last night came to its end' })
  @ApiOkResponse({ type: ErasureStateView })
  async state(): Promise<ErasureStateView> {
    return erasureStateView(await this.watch.state());
  }

  @Get('erasures/by-age')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'How many rows are over by their own age; nothing is touched' })
  @ApiOkResponse({ type: DueCountsView })
  async byAge(): Promise<DueCountsView> {
    return { items: await this.erasures.byAge() };
  }

  @Get('tenants/:tenantId/erasure')
  @ForOperator('inquiries.read')
  @ApiOperation({
    summary: 'How many rows of each table would go with a tenant; nothing is touched',
  })
  @ApiOkResponse({ type: DueCountsView })
  async ofTenant(
    @IdParam('tenantId') id: string,
    @Query() query: DueQuery,
  ): Promise<DueCountsView> {
    return { items: await this.erasures.ofTenant(id, query.class ?? 'A') };
  }

  @Get('erasure-certificates')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Certificates of erasure, the newest first' })
  @ApiOkResponse({ type: CertificatesView })
  async list(@Query() { tenantId, size, cursor }: CertificateQuery): Promise<CertificatesView> {
    const below = cursor === undefined ? null : Number(decodeCursor(cursor).sort);
    if (Number.isNaN(below)) throw httpErrors.badCursor({ field: 'cursor' });
    const of = tenantId === undefined ? null : asTenantId(tenantId);
    const rows = await this.certificates.page(below, of, size);
    const { items, nextCursor } = pageOf(rows, size, ({ no, id }) => ({ sort: String(no), id }));
    return {
      items: items.map((each) => certificateView(each, this.certificates.isGenuine(each))),
      nextCursor,
    };
  }

  @Get('erasure-chain')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Goes through the whole chain of certificates' })
  @ApiOkResponse({ type: ChainView })
  async chain(): Promise<ChainView> {
    const { certificates, head, broken } = await this.certificates.chain();
    return { certificates, head, broken: broken.map((no) => ({ no })) };
  }

  @Get('erasure-certificates/:certificateId')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'One certificate of erasure' })
  @ApiOkResponse({ type: CertificateView })
  async one(@IdParam('certificateId') id: string): Promise<CertificateView> {
    const found = await this.certificates.one(id);
    return certificateView(found, this.certificates.isGenuine(found));
  }

  @Get('erasure-certificates/:certificateId/file.pdf')
  @ForOperator('inquiries.read')
  @Header('Content-Type', 'application/pdf')
  @ApiOperation({ summary: 'One certificate of erasure, for print' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @IdParam('certificateId') id: string,
    @Headers('accept-language') languages?: string,
  ): Promise<FileOfTenants> {
    const found = await this.certificates.one(id);
    const content = await certificatePdf(found, localeOf(undefined, languages), 'Hikyaku');
    return new FileOfTenants(found.tenantId === null ? [] : [found.tenantId], content);
  }
}

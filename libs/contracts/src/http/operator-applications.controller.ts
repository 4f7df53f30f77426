import { CurrentActor, FileOfTenants, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { startOfJstDay } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApplicationsStore } from '../store/applications.store.js';
import { AcceptApplication } from '../use-cases/accept-application.js';
import { AddScan } from '../use-cases/add-scan.js';
import { Apply } from '../use-cases/apply.js';
import { DropApplication } from '../use-cases/drop-application.js';
import { NoteFormArrival } from '../use-cases/note-form-arrival.js';
import { applicationView, scanOf, wholeApplicationView } from './application-view.js';
import {
  AcceptApplicationDto,
  AcceptedView,
  ApplicationListView,
  ApplicationsQuery,
  FormArrivedDto,
  RecordApplicationDto,
  ReceivedView,
  RejectApplicationDto,
  ScanDto,
  WholeApplicationView,
  formOf,
} from './application.dto.js';
import { readDate } from './dates.js';

@ApiTags('operator: applications')
@Controller('api/v1/operator/applications')
export class OperatorApplicationsController {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly apply: Apply,
    private readonly addScan: AddScan,
    private readonly noteFormArrival: NoteFormArrival,
    private readonly accept: AcceptApplication,
    private readonly drop: DropApplication,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Applications, oldest first' })
  @ApiOkResponse({ type: ApplicationListView })
  async list(@Query() { size, cursor, state }: ApplicationsQuery): Promise<ApplicationListView> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) =>
      this.applications.list(tx, state ?? null, size + 1, from),
    );
    const { items, nextCursor } = pageOf(rows, size, ({ appliedAt, id }) => ({
      sort: appliedAt.toISOString(),
      id,
    }));
    return { items: items.map(applicationView), nextCursor };
  }

  @Get(':applicationId')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'One application with its scans' })
  @ApiOkResponse({ type: WholeApplicationView })
  show(@IdParam('applicationId') id: string): Promise<WholeApplicationView> {
    return this.database.asSystem(async (tx) =>
      wholeApplicationView(
        await this.applications.get(tx, id),
        await this.applications.scans(tx, id),
      ),
    );
  }

  @Post()
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Record an application that came on paper or through a partner' })
  @ApiCreatedResponse({ type: ReceivedView })
  record(@Body() body: RecordApplicationDto, @CurrentActor() actor: Actor): Promise<ReceivedView> {
    const { channel, partnerName = null, appliedOn, formArrivedOn, accepted } = body;
    return this.apply.execute({
      form: formOf(body),
      channel,
      partnerName,
      appliedAt: startOfJstDay(readDate(appliedOn, 'appliedOn')),
      formArrivedAt: formArrivedOn ? startOfJstDay(readDate(formArrivedOn, 'formArrivedOn')) : null,
      accepted,
      scans: (body.scans ?? []).map((scan, i) => scanOf(scan, `scans[${i}]`)),
      locale: body.locale ?? 'ja',
      actor,
    });
  }

  @Post(':applicationId/scans')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Add a scan of the form' })
  @ApiNoContentResponse()
  async scan(
    @IdParam('applicationId') applicationId: string,
    @Body() body: ScanDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.addScan.execute({ applicationId, scan: scanOf(body, 'content'), actor });
  }

  @Get(':applicationId/scans/:scanId')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'A scan, as a file' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @IdParam('applicationId') applicationId: string,
    @IdParam('scanId') scanId: string,
  ): Promise<FileOfTenants> {
    const { type, content, acceptedAs } = await this.database.asSystem((tx) =>
      this.applications.scan(tx, applicationId, scanId),
    );
    const disposition = 'attachment';
    return new FileOfTenants(acceptedAs === null ? [] : [acceptedAs], content, {
      type,
      disposition,
    });
  }

  @Post(':applicationId/form-arrived')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Note the arrival of the form on paper' })
  @ApiNoContentResponse()
  async formArrived(
    @IdParam('applicationId') applicationId: string,
    @Body() { arrivedOn }: FormArrivedDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const arrivedAt = startOfJstDay(readDate(arrivedOn, 'arrivedOn'));
    await this.noteFormArrival.execute({ applicationId, arrivedAt, actor });
  }

  @Post(':applicationId/accept')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Accept: registers the tenant, whose initial charge falls due' })
  @ApiOkResponse({ type: AcceptedView })
  async acceptIt(
    @IdParam('applicationId') applicationId: string,
    @Body() { slug, locale }: AcceptApplicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<AcceptedView> {
    return { tenantId: await this.accept.execute({ applicationId, slug, locale, actor }) };
  }

  @Post(':applicationId/reject')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Turn down, before the start notice' })
  @ApiNoContentResponse()
  async reject(
    @IdParam('applicationId') id: string,
    @Body() { reason }: RejectApplicationDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.drop.execute(id, { event: 'reject', reason, actor });
  }

  @Post(':applicationId/withdraw')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Record that the applicant withdrew, before the start notice' })
  @ApiNoContentResponse()
  async withdraw(
    @IdParam('applicationId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.drop.execute(id, { event: 'withdraw', actor });
  }
}

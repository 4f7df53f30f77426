import { CurrentActor, FileOfTenants, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { packagePdf } from '../documents/package-pdf.js';
import { GatherPackage } from '../use-cases/gather-package.js';
import { HandleRequest } from '../use-cases/handle-request.js';
import { ReadRequests } from '../use-cases/read-requests.js';
import { SetFees } from '../use-cases/set-fees.js';
import {
  DecideRequestDto,
  FeesDto,
  IdentityDto,
  RequestListQuery,
  RequestView,
  RequestsView,
  requestView,
  requestsView,
} from './requests.dto.js';

/** The desk for requests about personal data. */
@ApiTags('operator: privacy')
@Controller('api/v1/operator')
export class OperatorRequestsController {
  constructor(
    private readonly reading: ReadRequests,
    private readonly handling: HandleRequest,
    private readonly gathering: GatherPackage,
    private readonly settingFees: SetFees,
  ) {}

  @Get('privacy-requests')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Requests about personal data, the newest first' })
  @ApiOkResponse({ type: RequestsView })
  async list(@Query() { state, size, cursor }: RequestListQuery): Promise<RequestsView> {
    return requestsView(await this.reading.page(state ?? 'open', size, cursor));
  }

  @Get('privacy-requests/:requestId')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'One request' })
  @ApiOkResponse({ type: RequestView })
  async one(@IdParam('requestId') id: string): Promise<RequestView> {
    return requestView(await this.reading.one(id));
  }

  @Post('privacy-requests/:requestId/identity')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Note what came of checking a contact’s documents' })
  @ApiNoContentResponse()
  async identity(
    @IdParam('requestId') id: string,
    @Body() { isProved, how }: IdentityDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.handling.identity(id, isProved, how, actor);
  }

  @Post('privacy-requests/:requestId/fee-paid')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'The fee arrived' })
  @ApiNoContentResponse()
  async paid(@IdParam('requestId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.handling.paid(id, actor);
  }

  @Post('privacy-requests/:requestId/decide')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Grant or refuse; the person is told by mail' })
  @ApiNoContentResponse()
  async decide(
    @IdParam('requestId') id: string,
    @Body() { outcome, reason }: DecideRequestDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.handling.decide(id, outcome, reason, actor);
  }

  @Post('privacy-requests/:requestId/withdraw')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'The person does not want it any more' })
  @ApiNoContentResponse()
  async withdraw(@IdParam('requestId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.handling.withdraw(id, actor);
  }

  @Post('privacy-requests/:requestId/close')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Nothing is left to do' })
  @ApiNoContentResponse()
  async close(@IdParam('requestId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.handling.close(id, actor);
  }

  @Get('privacy-requests/:requestId/package.pdf')
  @ForOperator('inquiries.write')
  @Header('Content-Type', 'application/pdf')
  @ApiOperation({ summary: 'The package to be sent by post, for who asked for paper' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@IdParam('requestId') id: string): Promise<FileOfTenants> {
    const { tenantId } = await this.reading.one(id);
    const found = await this.gathering.forPost(id);
    const content = await packagePdf(found, 'Hikyaku');
    return new FileOfTenants(tenantId === null ? [] : [tenantId], content);
  }

  @Get('privacy-fees')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'What requests cost' })
  @ApiOkResponse({ type: FeesDto })
  fees(): Promise<FeesDto> {
    return this.reading.fees();
  }

  @Put('privacy-fees')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Say what requests cost from now on' })
  @ApiNoContentResponse()
  async setFees(
    @Body() { purposeNoticeYen, disclosureYen }: FeesDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.settingFees.execute({ purposeNoticeYen, disclosureYen }, actor);
  }
}

import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { ListQuery } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { supportErrors } from '../support.errors.js';
import { HandleCase } from '../use-cases/handle-case.js';
import { LogCall } from '../use-cases/log-call.js';
import { ShowCase } from '../use-cases/show-case.js';
import {
  CallDto,
  CallsView,
  CaseFileView,
  CaseQuery,
  CasesView,
  CreatedView,
  DecideCaseDto,
  OpenCaseDto,
  callsView,
  caseFileView,
  casesView,
} from './cases.dto.js';

/** Cases of prohibited acts, and the call log. */
@ApiTags('operator: support')
@Controller('api/v1/operator')
export class CasesController {
  constructor(
    private readonly cases: HandleCase,
    private readonly showCase: ShowCase,
    private readonly calls: LogCall,
  ) {}

  @Get('abuse-cases')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Cases of prohibited acts, the newest first' })
  @ApiOkResponse({ type: CasesView })
  async list(@Query() { state, size, cursor }: CaseQuery): Promise<CasesView> {
    return casesView(await this.cases.page(state !== 'all', size, cursor));
  }

  @Get('abuse-cases/:caseId')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'One case: who handled it, and what else the tenant was suspected of' })
  @ApiOkResponse({ type: CaseFileView })
  async file(@IdParam('caseId') id: string): Promise<CaseFileView> {
    return caseFileView(await this.showCase.execute(id));
  }

  @Post('abuse-cases')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Open a case' })
  @ApiCreatedResponse({ type: CreatedView })
  async open(@Body() body: OpenCaseDto, @CurrentActor() actor: Actor): Promise<CreatedView> {
    const { tenantId, code, summary, inquiryId } = body;
    return { id: await this.cases.open({ tenantId, code, summary, inquiryId }, actor) };
  }

  @Post('abuse-cases/:caseId/decide')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Close a case with what comes of it; a warning is sent to the tenant' })
  @ApiNoContentResponse()
  async decide(
    @IdParam('caseId') id: string,
    @Body() { outcome, reason }: DecideCaseDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.cases.decide(id, outcome, reason, actor);
  }

  @Get('calls')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'The call log, the newest first' })
  @ApiOkResponse({ type: CallsView })
  async log(@Query() { size, cursor }: ListQuery): Promise<CallsView> {
    return callsView(await this.calls.page(size, cursor));
  }

  @Post('calls')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Keep a record of a call' })
  @ApiCreatedResponse({ type: CreatedView })
  async add(@Body() body: CallDto, @CurrentActor() actor: Actor): Promise<CreatedView> {
    const { announced, at, recording, ...call } = body;
    if (recording !== null && !announced) throw supportErrors.notAnnounced({ field: 'announced' });
    const { tenantId, direction, minutes, person, phone, summary, inquiryId } = call;
    const said = { tenantId, direction, minutes, person, phone, summary, inquiryId, recording };
    return { id: await this.calls.execute({ ...said, at: new Date(at) }, actor) };
  }
}

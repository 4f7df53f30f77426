import { CurrentActor, FileOfTenants, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnswerInquiry } from '../use-cases/answer-inquiry.js';
import { CloseInquiry } from '../use-cases/close-inquiry.js';
import { ForwardComplaint } from '../use-cases/forward-complaint.js';
import { ReadInquiries } from '../use-cases/read-inquiries.js';
import { AnswerDto, ForwardDto, InquiryQuery } from './inquiries.dto.js';
import { InquiriesView, InquiryView, inquiriesView, inquiryView } from './inquiries.view.js';

@ApiTags('operator: inquiries')
@Controller('api/v1/operator/inquiries')
export class InquiriesController {
  constructor(
    private readonly reading: ReadInquiries,
    private readonly answering: AnswerInquiry,
    private readonly closing: CloseInquiry,
    private readonly forwarding: ForwardComplaint,
  ) {}

  @Get()
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Letters to the provider, the newest first' })
  @ApiOkResponse({ type: InquiriesView })
  async list(@Query() { state = 'open', size, cursor }: InquiryQuery): Promise<InquiriesView> {
    return inquiriesView(await this.reading.page({ state, size, cursor }));
  }

  @Get(':inquiryId')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'One letter with its text' })
  @ApiOkResponse({ type: InquiryView })
  async show(@IdParam('inquiryId') id: string): Promise<InquiryView> {
    return inquiryView(await this.reading.one(id));
  }

  @Get(':inquiryId/raw')
  @ForOperator('inquiries.read')
  @Header('Content-Type', 'application/octet-stream')
  @Header('Content-Disposition', 'attachment; filename="inquiry.eml"')
  @ApiOperation({ summary: 'The letter as it came, with what is attached' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async raw(@IdParam('inquiryId') id: string): Promise<FileOfTenants> {
    const { tenantId, content } = await this.reading.raw(id);
    return new FileOfTenants(tenantId === null ? [] : [tenantId], content);
  }

  @Post(':inquiryId/answer')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Answer by mail; stops the clock of the promise' })
  @ApiOkResponse({ type: InquiryView })
  async answer(
    @IdParam('inquiryId') id: string,
    @Body() { text }: AnswerDto,
    @CurrentActor() actor: Actor,
  ): Promise<InquiryView> {
    await this.answering.execute({ id, text, actor });
    return this.show(id);
  }

  @Post(':inquiryId/forward')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Pass a complaint on to the tenant it is about' })
  @ApiOkResponse({ type: InquiryView })
  async forward(
    @IdParam('inquiryId') id: string,
    @Body() { text, withAddress }: ForwardDto,
    @CurrentActor() actor: Actor,
  ): Promise<InquiryView> {
    await this.forwarding.execute({ id, text, withAddress, actor });
    return this.show(id);
  }

  @Post(':inquiryId/close')
  @HttpCode(200)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Put it among those that are dealt with' })
  @ApiOkResponse({ type: InquiryView })
  async close(
    @IdParam('inquiryId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<InquiryView> {
    await this.closing.execute({ id, actor });
    return this.show(id);
  }
}

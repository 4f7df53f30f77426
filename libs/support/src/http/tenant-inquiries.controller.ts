import { CurrentActor, CurrentTenant, ForTenant, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { supportErrors } from '../support.errors.js';
import { Ask } from '../use-cases/ask.js';
import { AskFurther } from '../use-cases/ask-further.js';
import { ReadInquiries } from '../use-cases/read-inquiries.js';
import { AnswerDto, QuestionDto } from './inquiries.dto.js';
import { InquiriesView, InquiryView, inquiriesView, inquiryView } from './inquiries.view.js';

const memberOf = (actor: Actor): string => {
  if (actor.kind !== 'member') throw supportErrors.onlyMembers();
  return actor.memberId;
};

/** What the people of a tenant ask the provider. */
@ApiTags('inquiries')
@ForTenant('settings.read')
@Controller('api/v1/inquiries')
export class TenantInquiriesController {
  constructor(
    private readonly reading: ReadInquiries,
    private readonly asking: Ask,
    private readonly askingFurther: AskFurther,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What was asked here, the newest first' })
  @ApiOkResponse({ type: InquiriesView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { size, cursor }: ListQuery,
  ): Promise<InquiriesView> {
    return inquiriesView(await this.reading.ofTenant(tenantId, { size, cursor }));
  }

  @Post()
  @Idempotent()
  @ApiOperation({ summary: 'Ask the provider' })
  @ApiCreatedResponse({ type: InquiryView })
  async ask(
    @Body() { subject, text, box, isComplaint }: QuestionDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<InquiryView> {
    const who = { tenantId, memberId: memberOf(actor) };
    const id = await this.asking.asMember(who, { subject, text, box, isComplaint });
    return this.show(id, tenantId);
  }

  @Get(':inquiryId')
  @ApiOperation({ summary: 'One conversation' })
  @ApiOkResponse({ type: InquiryView })
  async show(
    @IdParam('inquiryId') id: string,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<InquiryView> {
    return inquiryView(await this.reading.oneOfTenant(tenantId, id));
  }

  @Post(':inquiryId/messages')
  @HttpCode(200)
  @ApiOperation({ summary: 'Add to what was asked; opens it again when it was closed' })
  @ApiOkResponse({ type: InquiryView })
  async add(
    @IdParam('inquiryId') id: string,
    @Body() { text }: AnswerDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<InquiryView> {
    await this.askingFurther.execute({ tenantId, memberId: memberOf(actor) }, id, text);
    return this.show(id, tenantId);
  }
}

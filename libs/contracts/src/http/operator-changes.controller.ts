import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { contractsErrors } from '../contracts.errors.js';
import { ChangeDetails } from '../use-cases/change-details.js';
import { DecideCourseChange } from '../use-cases/decide-course-change.js';
import { RequestCourseChange } from '../use-cases/request-course-change.js';
import { readMonth } from './dates.js';
import {
  AnswerCourseChangeDto,
  DecideDetailsDto,
  MadeView,
  RecordCourseChangeDto,
} from './operator-contract.dto.js';

/** What operators decide about the changes that a tenant asks for. */
@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/contract')
export class OperatorChangesController {
  constructor(
    private readonly requestCourseChange: RequestCourseChange,
    private readonly decideCourseChange: DecideCourseChange,
    private readonly changeDetails: ChangeDetails,
  ) {}

  @Post('change-requests')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Record a request for a change that came by mail or on paper' })
  @ApiCreatedResponse({ type: MadeView })
  async recordChange(
    @IdParam('tenantId') id: string,
    @Body() body: RecordCourseChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    const { channel, arrivedAt, courseCode, addOptions = [], dropOptions = [] } = body;
    const requested = await this.requestCourseChange.execute({
      tenantId: asTenantId(id),
      channel,
      arrivedAt: new Date(arrivedAt),
      desiredMonth: readMonth(body.desiredMonth, 'desiredMonth'),
      courseCode: courseCode ?? null,
      addOptions,
      dropOptions,
      actor,
    });
    return { id: requested.id };
  }

  @Post('change-requests/:changeRequestId/answer')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Accept, decline or postpone a request for a change' })
  @ApiNoContentResponse()
  async answerChange(
    @IdParam('tenantId') id: string,
    @IdParam('changeRequestId') requestId: string,
    @Body() { answer, reason = null, to = null }: AnswerCourseChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const decision = { tenantId: asTenantId(id), requestId, actor };
    if (answer === 'accept') {
      await this.decideCourseChange.execute({ ...decision, answer, reason });
      return;
    }
    if (reason === null) throw contractsErrors.reasonNeeded({ field: 'reason' });
    if (answer === 'decline')
      await this.decideCourseChange.execute({ ...decision, answer, reason });
    else
      await this.decideCourseChange.execute({
        ...decision,
        answer,
        reason,
        to: readMonth(to ?? '', 'to'),
      });
  }

  @Post('details-changes/:detailsChangeId/decide')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Say whether a new name is the same tenant' })
  @ApiNoContentResponse()
  async decideDetails(
    @IdParam('tenantId') id: string,
    @IdParam('detailsChangeId') changeId: string,
    @Body() { approved, reason = null }: DecideDetailsDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const tenantId = asTenantId(id);
    await this.changeDetails.decide({ tenantId, changeId, approved, reason, actor });
  }
}

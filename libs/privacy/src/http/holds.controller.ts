import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { privacyErrors } from '../privacy.errors.js';
import { ConsentProofs } from '../use-cases/consent-proofs.js';
import { KeepHolds } from '../use-cases/keep-holds.js';
import type { HoldSubject } from '../use-cases/keep-holds.js';
import {
  ClaimDto,
  ConsentTermDto,
  CreatedHoldView,
  HoldDto,
  HoldReasonDto,
  HoldsView,
  ProofsView,
} from './retention.dto.js';
import { holdView, proofView } from './retention.views.js';

/** What is kept although its time is over, and the proof of consent. */
@ApiTags('operator: retention')
@Controller('api/v1/operator')
export class HoldsController {
  constructor(
    private readonly holds: KeepHolds,
    private readonly proofs: ConsentProofs,
  ) {}

  @Get('legal-holds')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Legal holds, those in force first' })
  @ApiOkResponse({ type: HoldsView })
  async list(): Promise<HoldsView> {
    return { items: (await this.holds.list()).map(holdView) };
  }

  @Post('legal-holds')
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Keep all of a tenant, or what a request wants erased; at once' })
  @ApiCreatedResponse({ type: CreatedHoldView })
  async set(@Body() body: HoldDto, @CurrentActor() actor: Actor): Promise<CreatedHoldView> {
    return { id: await this.holds.set(subjectOf(body), body.reason, actor) };
  }

  @Post('legal-holds/:holdId/ask-lift')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Ask to lift a hold; another operator has to agree' })
  @ApiNoContentResponse()
  async askLift(
    @IdParam('holdId') id: string,
    @Body() { reason }: HoldReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.holds.askLift(id, reason, actor);
  }

  @Post('legal-holds/:holdId/lift')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Agree to lift a hold; what it kept goes' })
  @ApiNoContentResponse()
  async lift(@IdParam('holdId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.holds.lift(id, actor);
  }

  @Post('tenants/:tenantId/consent-proofs')
  @HttpCode(200)
  @ForOperator('inquiries.write')
  @ApiOperation({
    summary: 'How the owner of an address consented, also after the end of the contract',
  })
  @ApiOkResponse({ type: ProofsView })
  async prove(
    @IdParam('tenantId') id: string,
    @Body() { address }: ClaimDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProofsView> {
    return { items: (await this.proofs.find(id, address, actor)).map(proofView) };
  }

  @Put('tenants/:tenantId/consent-term')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Say how long proof of consent is kept after the last mail' })
  @ApiNoContentResponse()
  async setTerm(
    @IdParam('tenantId') id: string,
    @Body() { term, reason }: ConsentTermDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.proofs.setTerm(id, term, reason, actor);
  }
}

/** @throws BusinessError privacy.hold-subject */
const subjectOf = ({ tenantId, requestId }: HoldDto): HoldSubject => {
  if (tenantId !== null && requestId === null) return { tenantId };
  if (requestId !== null && tenantId === null) return { requestId };
  throw privacyErrors.holdSubject({ field: 'tenantId' });
};

import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { contractsErrors } from '../contracts.errors.js';
import { defaultCureDays } from '../domain/cure-notice.js';
import { CureBreach } from '../use-cases/cure-breach.js';
import { DecideProposal } from '../use-cases/decide-proposal.js';
import { Propose } from '../use-cases/propose.js';
import { ThrottleTenant } from '../use-cases/throttle-tenant.js';
import { CureNoticeDto, MadeView, ProposeDto, ThrottleDto } from './operator-contract.dto.js';

/** The measures that operators take against a breach, or propose for a second person to approve. */
@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/contract')
export class OperatorMeasuresController {
  constructor(
    private readonly propose: Propose,
    private readonly decideProposal: DecideProposal,
    private readonly cureBreach: CureBreach,
    private readonly throttleTenant: ThrottleTenant,
  ) {}

  @Post('proposals')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({
    summary: 'Propose a suspension, or an immediate termination for a second person to approve',
  })
  @ApiCreatedResponse({ type: MadeView })
  async makeProposal(
    @IdParam('tenantId') id: string,
    @Body() { action, reason, terminationReason = null }: ProposeDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    if (action === 'terminate' && terminationReason === null)
      throw contractsErrors.reasonNeeded({ field: 'terminationReason' });
    const proposal = { tenantId: asTenantId(id), action, reason, terminationReason, actor };
    return { id: await this.propose.execute(proposal) };
  }

  @Post('proposals/:proposalId/approve')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Approve; a termination only by another person than its proposer' })
  @ApiNoContentResponse()
  async approve(
    @IdParam('tenantId') id: string,
    @IdParam('proposalId') proposalId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const tenantId = asTenantId(id);
    await this.decideProposal.execute({ tenantId, proposalId, approved: true, actor });
  }

  @Post('proposals/:proposalId/decline')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Decline a proposal' })
  @ApiNoContentResponse()
  async decline(
    @IdParam('tenantId') id: string,
    @IdParam('proposalId') proposalId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const tenantId = asTenantId(id);
    await this.decideProposal.execute({ tenantId, proposalId, approved: false, actor });
  }

  @Post('cure-notices')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Ask the tenant to mend a breach; the days begin with the arrival' })
  @ApiCreatedResponse({ type: MadeView })
  async requestCure(
    @IdParam('tenantId') id: string,
    @Body() { breach, prohibitedActs = [], days = defaultCureDays }: CureNoticeDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    const asked = { tenantId: asTenantId(id), breach, prohibitedActs, days, actor };
    return { id: await this.cureBreach.request(asked) };
  }

  @Post('cure-notices/:cureId/cured')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Note that the breach is mended' })
  @ApiNoContentResponse()
  async noteCure(
    @IdParam('tenantId') id: string,
    @IdParam('cureId') cureId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.cureBreach.cured({ tenantId: asTenantId(id), cureId, actor });
  }

  @Post('cure-notices/:cureId/terminate')
  @HttpCode(204)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Terminate, once the days are over and nothing was mended' })
  @ApiNoContentResponse()
  async terminateUncured(
    @IdParam('tenantId') id: string,
    @IdParam('cureId') cureId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.cureBreach.terminate({ tenantId: asTenantId(id), cureId, actor });
  }

  @Post('throttle')
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: "Limit how much of the tenant's mail leaves in an hour" })
  @ApiCreatedResponse({ type: MadeView })
  async throttle(
    @IdParam('tenantId') id: string,
    @Body() { mailsPerHour, reason, until }: ThrottleDto,
    @CurrentActor() actor: Actor,
  ): Promise<MadeView> {
    const throttleId = await this.throttleTenant.impose({
      tenantId: asTenantId(id),
      mailsPerHour,
      reason,
      until: until ? new Date(until) : null,
      actor,
    });
    return { id: throttleId };
  }

  @Delete('throttle')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Lift the limit' })
  @ApiNoContentResponse()
  async lift(@IdParam('tenantId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.throttleTenant.lift({ tenantId: asTenantId(id), actor });
  }
}

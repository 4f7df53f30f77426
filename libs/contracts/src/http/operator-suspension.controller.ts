import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId } from '#lib/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeclineResumption } from '../use-cases/decline-resumption.js';
import { ReadContract } from '../use-cases/read-contract.js';
import { SwitchService } from '../use-cases/switch-service.js';
import { operatorContractView } from './operator-contract-view.js';
import { ContractReasonDto, OperatorContractView } from './operator-contract.dto.js';

/** Suspends a service and brings it back, or not. @clause W13.2 */
@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/contract')
export class OperatorSuspensionController {
  constructor(
    private readonly readContract: ReadContract,
    private readonly switchService: SwitchService,
    private readonly decline: DeclineResumption,
    private readonly clock: Clock,
  ) {}

  @Post('suspend')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Suspend for an invoice past its due date' })
  @ApiOkResponse({ type: OperatorContractView })
  async suspend(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.switchService.execute({ tenantId: asTenantId(id), event: 'suspend', actor, reason });
    return this.show(id);
  }

  @Post('resume')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Resume a suspended service: asked for, paid in full and in time' })
  @ApiOkResponse({ type: OperatorContractView })
  async resume(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.switchService.execute({ tenantId: asTenantId(id), event: 'resume', actor, reason });
    return this.show(id);
  }

  @Post('resumption/decline')
  @HttpCode(200)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Decline a resumption that was asked for; the tenant is told why' })
  @ApiOkResponse({ type: OperatorContractView })
  async declineResumption(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<OperatorContractView> {
    await this.decline.execute({ tenantId: asTenantId(id), reason, actor });
    return this.show(id);
  }

  private async show(id: string): Promise<OperatorContractView> {
    const whole = await this.readContract.execute(asTenantId(id));
    return operatorContractView(whole, this.clock.now());
  }
}

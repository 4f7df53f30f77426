import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenContract } from '../use-cases/open-contract.js';
import { ShowContract } from '../use-cases/show-contract.js';
import { SwitchService } from '../use-cases/switch-service.js';
import { ContractView, contractView } from './contract.view.js';
import { ContractReasonDto, OpenContractDto, readDate } from './operator-contract.dto.js';

@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/contract')
export class OperatorContractController {
  constructor(
    private readonly showContract: ShowContract,
    private readonly openContract: OpenContract,
    private readonly switchService: SwitchService,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: "A tenant's contract" })
  @ApiOkResponse({ type: ContractView })
  async show(@IdParam('tenantId') id: string): Promise<ContractView> {
    return contractView(await this.showContract.execute(asTenantId(id)));
  }

  @Post()
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Put a contract in force' })
  @ApiCreatedResponse({ type: ContractView })
  async open(
    @IdParam('tenantId') id: string,
    @Body() body: OpenContractDto,
    @CurrentActor() actor: Actor,
  ): Promise<ContractView> {
    const serviceStartDate = readDate(body.serviceStartDate, 'serviceStartDate');
    await this.openContract.execute({ tenantId: asTenantId(id), serviceStartDate, actor });
    return this.show(id);
  }

  @Post('suspend')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Hold sending and close the sign-up forms' })
  @ApiOkResponse({ type: ContractView })
  async suspend(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<ContractView> {
    await this.switchService.execute({ tenantId: asTenantId(id), event: 'suspend', actor, reason });
    return this.show(id);
  }

  @Post('resume')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Let a suspended tenant send again' })
  @ApiOkResponse({ type: ContractView })
  async resume(
    @IdParam('tenantId') id: string,
    @Body() { reason }: ContractReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<ContractView> {
    await this.switchService.execute({ tenantId: asTenantId(id), event: 'resume', actor, reason });
    return this.show(id);
  }
}

import { Database } from '#platform/database';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { OperatorsStore } from '../store/operators.store.js';
import { AddOperator } from '../use-cases/add-operator.js';
import { ChangeOperatorRole } from '../use-cases/change-operator-role.js';
import { RemoveOperator } from '../use-cases/remove-operator.js';
import { ResetSecondFactor } from '../use-cases/reset-second-factor.js';
import { ForOperator } from './access.js';
import { CreatedView } from './created.view.js';
import { CurrentActor } from './current.js';
import { IdParam } from './id-param.js';
import {
  AddOperatorDto,
  ChangeOperatorRoleDto,
  OperatorListView,
  operatorView,
} from './operators.dto.js';

@ApiTags('operator: operators')
@ForOperator('operators.write')
@Controller('api/v1/operator/operators')
export class OperatorsController {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorsStore,
    private readonly addOperator: AddOperator,
    private readonly removeOperator: RemoveOperator,
    private readonly changeRole: ChangeOperatorRole,
    private readonly resetFactor: ResetSecondFactor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All operators, the oldest first' })
  @ApiOkResponse({ type: OperatorListView })
  async list(): Promise<OperatorListView> {
    const rows = await this.database.asSystem((tx) => this.operators.list(tx));
    return { items: rows.map(operatorView) };
  }

  @Post()
  @ApiOperation({ summary: 'Add an operator' })
  @ApiCreatedResponse({ type: CreatedView })
  async add(@Body() body: AddOperatorDto, @CurrentActor() actor: Actor): Promise<CreatedView> {
    const { email, name, role, password } = body;
    return { id: await this.addOperator.execute({ email, name, role, password, actor }) };
  }

  @Delete(':operatorId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an operator and end the sessions' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('operatorId') operatorId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removeOperator.execute({ operatorId, actor });
  }

  @Patch(':operatorId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give an operator another role' })
  @ApiNoContentResponse()
  async role(
    @IdParam('operatorId') operatorId: string,
    @Body() { role }: ChangeOperatorRoleDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.changeRole.execute({ operatorId, role, actor });
  }

  @Delete(':operatorId/second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take all second factors off an operator who lost them' })
  @ApiNoContentResponse()
  async resetSecondFactor(
    @IdParam('operatorId') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.resetFactor.execute({ ref: { kind: 'operator', tenantId: null, id }, actor });
  }
}

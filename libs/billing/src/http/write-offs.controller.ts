import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WriteOffs } from '../store/write-offs.store.js';
import { DecideWriteOff } from '../use-cases/decide-write-off.js';
import { ProposeWriteOff } from '../use-cases/propose-write-off.js';
import {
  WriteOffListView,
  WriteOffView,
  WriteOffsQuery,
  DecisionDto,
  ProposeWriteOffDto,
  writeOffView,
} from './two-persons.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class WriteOffsController {
  constructor(
    private readonly database: Database,
    private readonly writeOffs: WriteOffs,
    private readonly proposeWriteOff: ProposeWriteOff,
    private readonly decideWriteOff: DecideWriteOff,
  ) {}

  @Get('write-offs')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Debts to be given up, newest first' })
  @ApiOkResponse({ type: WriteOffListView })
  async list(@Query() { state }: WriteOffsQuery): Promise<WriteOffListView> {
    const rows = await this.database.asSystem((tx) => this.writeOffs.list(tx, state));
    return { items: rows.map(writeOffView) };
  }

  @Post('tenants/:tenantId/write-offs')
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Propose to give an overdue debt up' })
  @ApiCreatedResponse({ type: WriteOffView })
  async propose(
    @IdParam('tenantId') tenantId: string,
    @Body() { invoiceId, reason }: ProposeWriteOffDto,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffView> {
    const id = await this.proposeWriteOff.execute({
      tenantId: asTenantId(tenantId),
      invoiceId,
      reason,
      actor,
    });
    return this.show(id);
  }

  @Post('write-offs/:writeOffId/approve')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Give it up, as the second person' })
  @ApiOkResponse({ type: WriteOffView })
  async approve(
    @IdParam('writeOffId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffView> {
    await this.decideWriteOff.execute({ id, state: 'approved', note: note ?? null, actor });
    return this.show(id);
  }

  @Post('write-offs/:writeOffId/reject')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Keep it, as the second person' })
  @ApiOkResponse({ type: WriteOffView })
  async reject(
    @IdParam('writeOffId') id: string,
    @Body() { note }: DecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffView> {
    await this.decideWriteOff.execute({ id, state: 'rejected', note: note ?? null, actor });
    return this.show(id);
  }

  private async show(id: string): Promise<WriteOffView> {
    return writeOffView(await this.database.asSystem((tx) => this.writeOffs.lock(tx, id)));
  }
}

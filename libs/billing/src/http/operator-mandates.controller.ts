import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MandateEvent } from '../domain/debit/mandate.js';
import { Mandates } from '../store/mandates.store.js';
import { MoveMandate } from '../use-cases/move-mandate.js';
import { ReceiveMandateForm } from '../use-cases/receive-mandate-form.js';
import { holderAccountOf } from './bank-account.dto.js';
import {
  AcceptMandateDto,
  MandateFormDto,
  MandateListView,
  MandateView,
  MandatesQuery,
  ReturnMandateDto,
  mandateListView,
  mandateView,
} from './mandates.dto.js';
import { dayIn } from './read-dates.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class OperatorMandatesController {
  constructor(
    private readonly database: Database,
    private readonly mandates: Mandates,
    private readonly receiveForm: ReceiveMandateForm,
    private readonly moveMandate: MoveMandate,
  ) {}

  @Get('mandates')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Mandates of all tenants, newest first' })
  @ApiOkResponse({ type: MandateListView })
  async list(@Query() { state, size, cursor }: MandatesQuery): Promise<MandateListView> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.mandates.page(tx, state, size, after));
    return mandateListView(rows, size);
  }

  @Get('mandates/:mandateId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'One mandate; its account is masked' })
  @ApiOkResponse({ type: MandateView })
  async show(@IdParam('mandateId') id: string): Promise<MandateView> {
    return this.database.asSystem(async (tx) => {
      const tenantId = await this.mandates.tenantOf(tx, id);
      return mandateView(await this.mandates.lock(tx, tenantId, id));
    });
  }

  @Post('tenants/:tenantId/mandates')
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Take down a form that came in on paper' })
  @ApiCreatedResponse({ type: MandateView })
  async receive(
    @IdParam('tenantId') tenantId: string,
    @Body() body: MandateFormDto,
    @CurrentActor() actor: Actor,
  ): Promise<MandateView> {
    const id = await this.receiveForm.execute({
      tenantId: asTenantId(tenantId),
      fileNumber: body.fileNumber,
      receivedOn: dayIn(body.receivedOn, 'receivedOn'),
      account: holderAccountOf(body),
      actor,
    });
    return this.show(id);
  }

  @Post('mandates/:mandateId/submit')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'The form has been sent to the bank' })
  @ApiOkResponse({ type: MandateView })
  submit(@IdParam('mandateId') id: string, @CurrentActor() actor: Actor): Promise<MandateView> {
    return this.move(id, 'submit', actor);
  }

  @Post('mandates/:mandateId/accept')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'The bank has taken it: debits are possible from now on' })
  @ApiOkResponse({ type: MandateView })
  accept(
    @IdParam('mandateId') id: string,
    @Body() body: AcceptMandateDto,
    @CurrentActor() actor: Actor,
  ): Promise<MandateView> {
    const activeSince =
      body.activeSince === undefined ? undefined : dayIn(body.activeSince, 'activeSince');
    return this.move(id, 'accept', actor, { activeSince });
  }

  @Post('mandates/:mandateId/return')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'The bank has sent the form back' })
  @ApiOkResponse({ type: MandateView })
  sendBack(
    @IdParam('mandateId') id: string,
    @Body() { reason }: ReturnMandateDto,
    @CurrentActor() actor: Actor,
  ): Promise<MandateView> {
    return this.move(id, 'return', actor, { returnReason: reason });
  }

  @Post('mandates/:mandateId/stop')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({
    summary: 'The payer wants no more debits: it is out of every file that is not sent',
  })
  @ApiOkResponse({ type: MandateView })
  stop(@IdParam('mandateId') id: string, @CurrentActor() actor: Actor): Promise<MandateView> {
    return this.move(id, 'stop', actor);
  }

  private async move(
    mandateId: string,
    event: MandateEvent,
    actor: Actor,
    news: Pick<Parameters<MoveMandate['execute']>[0], 'activeSince' | 'returnReason'> = {},
  ): Promise<MandateView> {
    await this.moveMandate.execute({ mandateId, event, actor, ...news });
    return this.show(mandateId);
  }
}

import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Choice, NestedList } from '#platform/http';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { creditNoteStates } from '../store/credit-notes.store.js';
import type { CreditNoteState } from '../store/credit-notes.store.js';
import { DecideCredit } from '../use-cases/decide-credit.js';
import { ReadCreditNotes } from '../use-cases/read-credit-notes.js';
import { CreditNoteView, creditNoteView } from './invoice.view.js';

export class CreditNotesQuery {
  @Choice(creditNoteStates, { optional: true, about: 'proposed by default' })
  state?: CreditNoteState;
}

export class CreditNoteListView {
  @NestedList(() => CreditNoteView, { max: 200, about: 'Newest first, at most 200' })
  items!: CreditNoteView[];
}

@ApiTags('operator: invoices')
@Controller('api/v1/operator/credit-notes')
export class CreditNotesController {
  constructor(
    private readonly read: ReadCreditNotes,
    private readonly decide: DecideCredit,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Credit notes of all tenants in a state' })
  @ApiOkResponse({ type: CreditNoteListView })
  async list(@Query() { state = 'proposed' }: CreditNotesQuery): Promise<CreditNoteListView> {
    return { items: (await this.read.execute(state)).map(creditNoteView) };
  }

  @Post(':creditNoteId/approve')
  @HttpCode(204)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Issue it; not by whoever proposed it' })
  @ApiNoContentResponse()
  async approve(@IdParam('creditNoteId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.decide.execute({ id, approve: true, actor });
  }

  @Post(':creditNoteId/decline')
  @HttpCode(204)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Do not issue it' })
  @ApiNoContentResponse()
  async decline(@IdParam('creditNoteId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.decide.execute({ id, approve: false, actor });
  }
}

import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DebitPlanning } from '../debit-planning.js';
import { calendarOfYear } from '../domain/calendar/debit-schedule.js';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { ResolveDebit } from '../use-cases/resolve-debit.js';
import {
  DebitCalendarQuery,
  DebitCalendarView,
  DebitPreviewQuery,
  DebitPreviewView,
  ResolveDebitDto,
  debitPreviewView,
  runDatesView,
} from './debit-files.dto.js';
import { monthIn } from './read-dates.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator')
export class DebitsController {
  constructor(
    private readonly database: Database,
    private readonly profiles: BankProfiles,
    private readonly planning: DebitPlanning,
    private readonly resolveDebit: ResolveDebit,
  ) {}

  @Get('debit-calendar')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'A year’s days of invoices, files and debits' })
  @ApiOkResponse({ type: DebitCalendarView })
  async calendar(@Query() { bankProfileId, year }: DebitCalendarQuery): Promise<DebitCalendarView> {
    const bank = await this.database.asSystem((tx) => this.profiles.get(tx, bankProfileId));
    const { schedule } = bank.settings.profile;
    return { items: calendarOfYear(year, schedule).map(runDatesView) };
  }

  @Get('debit-preview')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'What a month’s file would ask for, were it made now' })
  @ApiOkResponse({ type: DebitPreviewView })
  async preview(@Query() { month, bankProfileId }: DebitPreviewQuery): Promise<DebitPreviewView> {
    const planned = await this.database.asSystem((tx) =>
      this.planning.of(tx, monthIn(month, 'month'), bankProfileId),
    );
    return debitPreviewView(planned);
  }

  @Post('debits/:debitId/resolve')
  @HttpCode(204)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Say what an unknown result meant, having asked the bank' })
  @ApiNoContentResponse()
  async resolve(
    @IdParam('debitId') entryId: string,
    @Body() { code, note }: ResolveDebitDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.resolveDebit.execute({ entryId, code, note, actor });
  }
}

import { CurrentActor, ForOperator, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { ListQuery, decodeCursor, pageOf } from '#platform/http';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadRuns } from '../use-cases/read-runs.js';
import { ShowOverview } from '../use-cases/show-overview.js';
import { StartRun } from '../use-cases/start-run.js';
import { MonthQuery } from './billing.dto.js';
import { OverviewView, overviewView } from './overview.view.js';
import { MonthParam } from './path-params.js';
import { monthIn } from './read-dates.js';
import {
  RunDetailView,
  RunListView,
  RunPreviewView,
  previewTenantView,
  runDetailView,
  runView,
} from './runs.view.js';

@ApiTags('operator: billing')
@Controller('api/v1/operator/billing')
export class RunsController {
  constructor(
    private readonly read: ReadRuns,
    private readonly start: StartRun,
    private readonly showOverview: ShowOverview,
  ) {}

  @Get('overview')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'Sums of a month over all tenants, and what is open' })
  @ApiOkResponse({ type: OverviewView })
  async overview(@Query() query: MonthQuery): Promise<OverviewView> {
    const asked = query.month === undefined ? null : monthIn(query.month, 'month');
    return overviewView(await this.showOverview.execute(asked));
  }

  @Get('runs')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The runs of the last five years' })
  @ApiOkResponse({ type: RunListView })
  async list(): Promise<RunListView> {
    return { items: (await this.read.all()).map(runView) };
  }

  @Get('runs/:month')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'How far a run is' })
  @ApiOkResponse({ type: RunDetailView })
  async one(@MonthParam() month: string): Promise<RunDetailView> {
    return runDetailView(await this.read.one(monthIn(month, 'month')));
  }

  @Get('runs/:month/preview')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'What a run would invoice; nothing is issued' })
  @ApiOkResponse({ type: RunPreviewView })
  async preview(
    @MonthParam() month: string,
    @Query() { cursor, size }: ListQuery,
  ): Promise<RunPreviewView> {
    const after = cursor === undefined ? null : decodeCursor(cursor).id;
    const found = await this.read.preview(monthIn(month, 'month'), after, size + 1);
    const page = pageOf(found, size, ({ tenantId }) => ({ sort: '', id: tenantId }));
    return { items: page.items.map(previewTenantView), nextCursor: page.nextCursor };
  }

  @Post('runs/:month/start')
  @HttpCode(200)
  @Idempotent()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Start a run, or take it up again; who is invoiced is left alone' })
  @ApiOkResponse({ type: RunDetailView })
  async begin(@MonthParam() month: string, @CurrentActor() actor: Actor): Promise<RunDetailView> {
    await this.start.execute({ month: monthIn(month, 'month'), actor });
    return this.one(month);
  }
}

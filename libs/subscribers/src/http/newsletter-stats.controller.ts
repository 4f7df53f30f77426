import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import { Clock, PlainDate, jstDate, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isDate } from '../domain/read-fields.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { ReadNewsletters } from '../use-cases/read-newsletters.js';
import { ReadSources } from '../use-cases/read-sources.js';
import { StatsQuery } from './newsletters.dto.js';
import { NewsletterStatsView, SourcesView, newsletterStatsView } from './newsletters.view.js';

@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId')
export class NewsletterStatsController {
  constructor(
    private readonly clock: Clock,
    private readonly reading: ReadNewsletters,
    private readonly sources: ReadSources,
  ) {}

  @Get('stats')
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'How many read it, and who came and went by day; numbers only' })
  @ApiOkResponse({ type: NewsletterStatsView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Query() query: StatsQuery,
  ): Promise<NewsletterStatsView> {
    const { from, until } = this.periodOf(query);
    return newsletterStatsView(await this.reading.stats(tenantId, newsletterId, from, until));
  }

  @Get('sources')
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'By which ways readers came; numbers only' })
  @ApiOkResponse({ type: SourcesView })
  async waysIn(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Query() query: StatsQuery,
  ): Promise<SourcesView> {
    const { from, until } = this.periodOf(query);
    return { items: await this.sources.execute(tenantId, newsletterId, from, until) };
  }

  private periodOf(query: StatsQuery): { from: Date; until: Date } {
    const today = jstDate(this.clock.now());
    const to = query.to === undefined ? today : dateOf(query.to, 'to');
    const from = query.from === undefined ? to.subtract({ days: 30 }) : dateOf(query.from, 'from');
    if (PlainDate.compare(from, to) > 0) throw subscriberErrors.badPeriod({ field: 'from' });
    return { from: startOfJstDay(from), until: startOfJstDay(to.add({ days: 1 })) };
  }
}

const dateOf = (text: string, field: string): PlainDate => {
  if (!isDate(text)) throw subscriberErrors.badDate({ field });
  return PlainDate.from(text);
};

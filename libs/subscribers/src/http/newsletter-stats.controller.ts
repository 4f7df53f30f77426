import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import { Clock, PlainDate, jstDate, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isDate } from '../domain/read-fields.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { ReadNewsletters } from '../use-cases/read-newsletters.js';
import { StatsQuery } from './newsletters.dto.js';
import { NewsletterStatsView, newsletterStatsView } from './newsletters.view.js';

@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId/stats')
export class NewsletterStatsController {
  constructor(
    private readonly clock: Clock,
    private readonly reading: ReadNewsletters,
  ) {}

  @Get()
  @ForTenant('subscribers.read')
  @ApiOperation({ summary: 'How many read it, and who came and went by day; numbers only' })
  @ApiOkResponse({ type: NewsletterStatsView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Query() query: StatsQuery,
  ): Promise<NewsletterStatsView> {
    const today = jstDate(this.clock.now());
    const to = query.to === undefined ? today : dateOf(query.to, 'to');
    const from = query.from === undefined ? to.subtract({ days: 30 }) : dateOf(query.from, 'from');
    if (PlainDate.compare(from, to) > 0) throw subscriberErrors.badPeriod({ field: 'from' });
    const stats = await this.reading.stats(
      tenantId,
      newsletterId,
      startOfJstDay(from),
      startOfJstDay(to.add({ days: 1 })),
    );
    return newsletterStatsView(stats);
  }
}

const dateOf = (text: string, field: string): PlainDate => {
  if (!isDate(text)) throw subscriberErrors.badDate({ field });
  return PlainDate.from(text);
};

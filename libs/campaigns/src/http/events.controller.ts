import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, Res } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Subject,
  distinctUntilChanged,
  exhaustMap,
  fromEvent,
  map,
  merge,
  startWith,
  takeUntil,
  takeWhile,
  timer,
} from 'rxjs';
import type { Response } from 'express';
import { ReadCampaigns } from '../use-cases/read-campaigns.js';
import type { CampaignWithProgress } from '../use-cases/read-campaigns.js';
import { campaignLineView } from './campaign.view.js';

const everyMs = 1_000;
/** Then the browser asks again by itself, and with it whether it still may. */
const longestMs = 60_000;
const retryMs = 4_000;

/**
 * The progress of a campaign as it changes, by server-sent events. A stream stays open while mails leave; for any
 * other state it says that state and ends, and the browser asks again a few seconds later.
 */
@ApiTags('campaigns')
@Controller('api/v1/campaigns/:campaignId/events')
export class EventsController implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(private readonly read: ReadCampaigns) {}

  beforeApplicationShutdown(): void {
    this.closing.next();
  }

  // Nest's own @Sse may send its head before a slow look-up has found that there is no such campaign.
  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({
    summary: 'The campaign and its progress whenever they change, as server-sent events',
  })
  @ApiOkResponse({
    description: 'Each event holds a CampaignLineView',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async watch(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
    @Res() response: Response,
  ): Promise<void> {
    const look = (): Promise<CampaignWithProgress> => this.read.execute(tenantId, campaignId);
    const first = await look();
    response
      .writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      .write(`retry: ${retryMs}\n`);
    const events = timer(everyMs, everyMs).pipe(
      exhaustMap(look),
      startWith(first),
      takeWhile(isMoving, true),
      map((found) => JSON.stringify(campaignLineView(found))),
      distinctUntilChanged(),
      takeUntil(merge(this.closing, timer(longestMs), fromEvent(response, 'close'))),
    );
    events.subscribe({
      next: (data) => response.write(`data: ${data}\n\n`),
      // The browser asks again and learns what is wrong.
      error: () => response.end(),
      complete: () => response.end(),
    });
  }
}

const isMoving = ({ campaign }: CampaignWithProgress): boolean =>
  campaign.state.status === 'sending';

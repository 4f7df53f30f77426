import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Sse } from '@nestjs/common';
import type { BeforeApplicationShutdown, MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Subject,
  distinctUntilChanged,
  exhaustMap,
  map,
  merge,
  startWith,
  takeUntil,
  takeWhile,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
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

  @Sse()
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
  ): Promise<Observable<MessageEvent>> {
    const look = (): Promise<CampaignWithProgress> => this.read.execute(tenantId, campaignId);
    const first = await look();
    return timer(everyMs, everyMs).pipe(
      exhaustMap(look),
      startWith(first),
      takeWhile(isMoving, true),
      map((found) => JSON.stringify(campaignLineView(found))),
      distinctUntilChanged(),
      map((data) => ({ data, retry: retryMs })),
      takeUntil(merge(this.closing, timer(longestMs))),
    );
  }
}

const isMoving = ({ campaign }: CampaignWithProgress): boolean =>
  campaign.state.status === 'sending';

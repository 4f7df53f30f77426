import { CurrentActor, ForOperator, IdParam, Idempotent } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { InterruptionsStore } from '../store/interruptions.store.js';
import { InterruptService } from '../use-cases/interrupt-service.js';
import { InterruptionDto, InterruptionListView } from './contract-inbox.dto.js';
import { MadeView } from './operator-contract.dto.js';

@ApiTags('operator: interruptions')
@Controller('api/v1/operator/interruptions')
export class InterruptionsController {
  constructor(
    private readonly database: Database,
    private readonly interruptions: InterruptionsStore,
    private readonly interrupt: InterruptService,
  ) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Interruptions of service, newest first' })
  @ApiOkResponse({ type: InterruptionListView })
  async list(): Promise<InterruptionListView> {
    const rows = await this.database.asSystem((tx) => this.interruptions.list(tx));
    const items = rows.map(({ everybody, from, until, announcedAt, ...interruption }) => ({
      ...interruption,
      scope: everybody ? 'everybody' : 'some',
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
      announcedAt: announcedAt.toISOString(),
    }));
    return { items };
  }

  @Post()
  @Idempotent()
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Announce and begin an interruption' })
  @ApiCreatedResponse({ type: MadeView })
  async begin(@Body() body: InterruptionDto, @CurrentActor() actor: Actor): Promise<MadeView> {
    const { tenantIds = null, from, until, announcement, ...interruption } = body;
    const id = await this.interrupt.begin({
      ...interruption,
      tenantIds,
      from: new Date(from),
      until: until ? new Date(until) : null,
      announcement: { ja: announcement.ja, en: announcement.en },
      actor,
    });
    return { id };
  }

  @Post(':interruptionId/end')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Service is back' })
  @ApiNoContentResponse()
  async end(@IdParam('interruptionId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.interrupt.end(id, actor);
  }
}

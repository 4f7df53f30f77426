import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { KeepBreaches } from '../use-cases/keep-breaches.js';
import {
  BreachCountDto,
  BreachDto,
  BreachStepDto,
  BreachesView,
  CreatedBreachView,
  breachView,
} from './breaches.dto.js';

/** The register of breaches of personal data. */
@ApiTags('operator: privacy')
@Controller('api/v1/operator/breaches')
export class BreachesController {
  constructor(private readonly breaches: KeepBreaches) {}

  @Get()
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'All breaches with their deadlines, the newest first' })
  @ApiOkResponse({ type: BreachesView })
  async list(): Promise<BreachesView> {
    return { items: (await this.breaches.list()).map(breachView) };
  }

  @Post()
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Enter a breach' })
  @ApiCreatedResponse({ type: CreatedBreachView })
  async open(@Body() body: BreachDto, @CurrentActor() actor: Actor): Promise<CreatedBreachView> {
    const { knownAt, summary, cause, measures, kind, isMalicious, persons, wasEncrypted } = body;
    const kinds = [...new Set([kind, ...(isMalicious ? (['MALICIOUS'] as const) : [])])];
    const breach = { summary, cause, measures, kinds, persons, wasEncrypted };
    return { id: await this.breaches.open({ ...breach, knownAt: new Date(knownAt) }, actor) };
  }

  @Post(':breachId/tenants')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Say how many people of a tenant it concerns' })
  @ApiNoContentResponse()
  async count(
    @IdParam('breachId') id: string,
    @Body() { tenantId, persons }: BreachCountDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.breaches.count(id, tenantId, persons, actor);
  }

  @Post(':breachId/tell')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Tell the tenants that were not told yet; with numbers only' })
  @ApiNoContentResponse()
  async tell(@IdParam('breachId') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.breaches.tell(id, actor);
  }

  @Post(':breachId/steps')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Note a report made, persons told, or the end' })
  @ApiNoContentResponse()
  async note(
    @IdParam('breachId') id: string,
    @Body() { step }: BreachStepDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.breaches.note(id, step, actor);
  }
}

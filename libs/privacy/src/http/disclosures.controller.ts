import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { KeepProcessors } from '../use-cases/keep-processors.js';
import { LogDisclosures } from '../use-cases/log-disclosures.js';
import {
  CreatedEntryView,
  DisclosureDecisionDto,
  DisclosureDto,
  DisclosuresQuery,
  DisclosuresView,
  ProcessorDto,
  ProcessorsView,
  disclosuresView,
  processorOf,
  processorView,
} from './disclosures.dto.js';

/** To whom personal data goes, and who processes it for the provider. */
@ApiTags('operator: privacy')
@Controller('api/v1/operator')
export class DisclosuresController {
  constructor(
    private readonly log: LogDisclosures,
    private readonly processors: KeepProcessors,
  ) {}

  @Get('disclosures')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Personal data that was given out, the newest first' })
  @ApiOkResponse({ type: DisclosuresView })
  async list(
    @Query() { size, cursor, recipientKind, tenantId }: DisclosuresQuery,
  ): Promise<DisclosuresView> {
    return disclosuresView(await this.log.list({ size, cursor, recipientKind, tenantId }));
  }

  @Post('disclosures')
  @ForOperator('terms.write')
  @ApiOperation({
    summary: 'Enter what was given out by hand, or what an authority asks for',
    description: 'What an authority asks for may be given after a second person agreed.',
  })
  @ApiCreatedResponse({ type: CreatedEntryView })
  async enter(
    @Body() body: DisclosureDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedEntryView> {
    const { recipient, recipientKind, basis, ground, classes, what, persons, tenantIds } = body;
    const given = { recipient, recipientKind, basis, ground, classes, what, persons, tenantIds };
    return { id: await this.log.enter(given, actor) };
  }

  @Post('disclosures/:disclosureId/decide')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'The second person: it may be given, or is declined' })
  @ApiNoContentResponse()
  async decide(
    @IdParam('disclosureId') id: string,
    @Body() { decision }: DisclosureDecisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.log.decide(id, decision, actor);
  }

  @Get('processors')
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Who processes personal data for the provider, those of today first' })
  @ApiOkResponse({ type: ProcessorsView })
  async listProcessors(): Promise<ProcessorsView> {
    return { items: (await this.processors.list()).map(processorView) };
  }

  @Post('processors')
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Enter a processor' })
  @ApiCreatedResponse({ type: CreatedEntryView })
  async add(@Body() body: ProcessorDto, @CurrentActor() actor: Actor): Promise<CreatedEntryView> {
    return { id: await this.processors.add(processorOf(body), actor) };
  }

  @Put('processors/:processorId')
  @HttpCode(204)
  @ForOperator('terms.write')
  @ApiOperation({ summary: 'Change what is known of a processor, its end too' })
  @ApiNoContentResponse()
  async change(
    @IdParam('processorId') id: string,
    @Body() body: ProcessorDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.processors.change({ ...processorOf(body), id }, actor);
  }
}

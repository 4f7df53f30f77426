import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { billingErrors } from '../billing.errors.js';
import { DiscardPrices } from '../use-cases/discard-prices.js';
import { DraftPrices } from '../use-cases/draft-prices.js';
import { PublishPrices } from '../use-cases/publish-prices.js';
import { ReadPrices } from '../use-cases/read-prices.js';
import { PricesDto, readCourses } from './prices.dto.js';
import { PricesListView, PricesView, pricesView } from './prices.view.js';
import { monthIn } from './read-dates.js';
import { VersionParam } from './path-params.js';

@ApiTags('operator: prices')
@Controller('api/v1/operator/prices')
export class OperatorPricesController {
  constructor(
    private readonly read: ReadPrices,
    private readonly draft: DraftPrices,
    private readonly publish: PublishPrices,
    private readonly discard: DiscardPrices,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'All price tables, drafts too' })
  @ApiOkResponse({ type: PricesListView })
  async list(): Promise<PricesListView> {
    return { items: (await this.read.execute()).map(pricesView) };
  }

  @Post()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Draft a price table' })
  @ApiCreatedResponse({ type: PricesView })
  async add(@Body() body: PricesDto, @CurrentActor() actor: Actor): Promise<PricesView> {
    const effectiveFrom = monthIn(body.effectiveFrom, 'effectiveFrom');
    const courses = readCourses(body.courses);
    return this.one(await this.draft.execute({ effectiveFrom, courses, actor }));
  }

  @Post(':version/publish')
  @HttpCode(200)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Publish a draft, for good, by the 10th of the month before it begins' })
  @ApiOkResponse({ type: PricesView })
  async makePublic(
    @VersionParam() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<PricesView> {
    await this.publish.execute({ version, actor });
    return this.one(version);
  }

  @Delete(':version')
  @HttpCode(204)
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Throw a draft away' })
  @ApiNoContentResponse()
  async remove(@VersionParam() version: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.discard.execute({ version, actor });
  }

  private async one(version: number): Promise<PricesView> {
    const table = (await this.read.execute()).find((each) => each.version === version);
    if (!table) throw billingErrors.pricesNotFound();
    return pricesView(table);
  }
}

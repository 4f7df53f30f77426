import { CurrentActor, ForOperator, Public } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { httpErrors } from '#platform/http';
import { Database } from '#platform/database';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { isCode } from '../domain/catalogue.js';
import type { CourseOption } from '../domain/catalogue.js';
import { CatalogueStore } from '../store/catalogue.store.js';
import { KeepCatalogue } from '../use-cases/keep-catalogue.js';
import {
  CatalogueView,
  CourseChangesDto,
  CourseDto,
  OfferChangesDto,
  OfferDto,
  OnSaleListView,
  OptionChangesDto,
  OptionDto,
  courseOf,
  offerOf,
  offerView,
  optionOf,
} from './catalogue.dto.js';

/** What can be no code names nothing. */
const known: PipeTransform<string, string> = {
  transform: (text) => {
    if (!isCode(text)) throw httpErrors.notFound();
    return text;
  },
};

@ApiTags('operator: catalogue')
@Controller('api/v1')
export class CatalogueController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueStore,
    private readonly keep: KeepCatalogue,
  ) {}

  @Get('catalogue')
  @Public()
  @ApiOperation({ summary: 'What can be applied for' })
  @ApiOkResponse({ type: OnSaleListView })
  onSale(): Promise<OnSaleListView> {
    return this.database.asSystem(async (tx) => ({
      courses: (await this.catalogue.courses(tx)).filter(({ onSale }) => onSale).map(named),
      options: (await this.catalogue.options(tx)).filter(({ onSale }) => onSale).map(named),
    }));
  }

  @Get('operator/catalogue')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Courses, options and offers' })
  @ApiOkResponse({ type: CatalogueView })
  all(): Promise<CatalogueView> {
    return this.database.asSystem(async (tx) => ({
      courses: await this.catalogue.courses(tx),
      options: await this.catalogue.options(tx),
      offers: (await this.catalogue.offers(tx)).map(offerView),
    }));
  }

  @Post('operator/courses')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Add a course' })
  @ApiNoContentResponse()
  async addCourse(@Body() body: CourseDto, @CurrentActor() actor: Actor): Promise<void> {
    const entry = courseOf(body.code, body);
    await this.keep.execute({ kind: 'course', as: 'new', entry, actor });
  }

  @Put('operator/courses/:code')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiParam({ name: 'code', type: String })
  @ApiOperation({ summary: 'Change a course; contracts that have it keep their rules' })
  @ApiNoContentResponse()
  async changeCourse(
    @Param('code', known) code: string,
    @Body() body: CourseChangesDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.keep.execute({ kind: 'course', as: 'changed', entry: courseOf(code, body), actor });
  }

  @Post('operator/options')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Add an option' })
  @ApiNoContentResponse()
  async addOption(@Body() body: OptionDto, @CurrentActor() actor: Actor): Promise<void> {
    const entry = optionOf(body.code, body);
    await this.keep.execute({ kind: 'option', as: 'new', entry, actor });
  }

  @Put('operator/options/:code')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiParam({ name: 'code', type: String })
  @ApiOperation({ summary: 'Change an option' })
  @ApiNoContentResponse()
  async changeOption(
    @Param('code', known) code: string,
    @Body() body: OptionChangesDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.keep.execute({ kind: 'option', as: 'changed', entry: optionOf(code, body), actor });
  }

  @Post('operator/offers')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Add an offer: other rules for those who apply in its days' })
  @ApiNoContentResponse()
  async addOffer(@Body() body: OfferDto, @CurrentActor() actor: Actor): Promise<void> {
    const entry = offerOf(body.code, body);
    await this.keep.execute({ kind: 'offer', as: 'new', entry, actor });
  }

  @Put('operator/offers/:code')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiParam({ name: 'code', type: String })
  @ApiOperation({ summary: 'Change an offer; contracts made under it keep their rules' })
  @ApiNoContentResponse()
  async changeOffer(
    @Param('code', known) code: string,
    @Body() body: OfferChangesDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.keep.execute({ kind: 'offer', as: 'changed', entry: offerOf(code, body), actor });
  }
}

const named = ({ code, names }: CourseOption): Pick<CourseOption, 'code' | 'names'> => ({
  code,
  names,
});

import { Public } from '#lib/accounts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadPrices } from '../use-cases/read-prices.js';
import { PublicPricesView, publicPricesView } from './public-prices.view.js';

/** 料金規定 for everybody: in force, and to come. @clause W3.2, W4.6 */
@ApiTags('prices')
@Controller('api/v1/prices')
export class PricesController {
  constructor(private readonly read: ReadPrices) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Published price tables, the latest first, with and without tax' })
  @ApiOkResponse({ type: PublicPricesView })
  async list(): Promise<PublicPricesView> {
    return publicPricesView(await this.read.execute());
  }
}

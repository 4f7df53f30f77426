import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Delete, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeDomainPace } from '../use-cases/change-domain-pace.js';
import { ChangeRelay } from '../use-cases/change-relay.js';
import { DeliveryOverview } from '../use-cases/delivery-overview.js';
import { ChangeRelayDto, DomainPaceDto } from './operator-delivery.dto.js';
import {
  DeliveryOverviewView,
  RecipientDomainListView,
  RelayListView,
  overviewView,
  recipientDomainView,
  relayView,
} from './operator-delivery.view.js';

/** What leaves, how fast, and what holds it up. */
@ApiTags('operator: delivery')
@Controller('api/v1/operator')
export class OperatorDeliveryController {
  constructor(
    private readonly overview: DeliveryOverview,
    private readonly changeRelay: ChangeRelay,
    private readonly changeDomain: ChangeDomainPace,
  ) {}

  @Get('delivery')
  @ForOperator('queues.read')
  @ApiOperation({ summary: 'What is under way over all tenants' })
  @ApiOkResponse({ type: DeliveryOverviewView })
  async show(): Promise<DeliveryOverviewView> {
    return overviewView(await this.overview.read());
  }

  @Get('relays')
  @ForOperator('queues.read')
  @ApiOperation({ summary: 'The relays, whether they take mail, and their part of it' })
  @ApiOkResponse({ type: RelayListView })
  async relays(): Promise<RelayListView> {
    return { items: (await this.overview.read()).relays.map(relayView) };
  }

  @Patch('relays/:relay')
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Switch a relay off or on, or give it another part of the mails' })
  @ApiOkResponse({ type: RelayListView })
  async change(
    @Param('relay') name: string,
    @Body() body: ChangeRelayDto,
    @CurrentActor() actor: Actor,
  ): Promise<RelayListView> {
    const { enabled, weight, perSecond } = body;
    await this.changeRelay.execute({ name, actor, enabled, weight, perSecond });
    return this.relays();
  }

  @Get('domains')
  @ForOperator('queues.read')
  @ApiOperation({
    summary: 'Recipient domains: limits, breakers, what left in the last five minutes',
  })
  @ApiOkResponse({ type: RecipientDomainListView })
  async domains(): Promise<RecipientDomainListView> {
    return { items: (await this.overview.read()).domains.map(recipientDomainView) };
  }

  @Put('domains/:domain')
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Say how much a recipient domain is given at once' })
  @ApiOkResponse({ type: RecipientDomainListView })
  async limit(
    @Param('domain') domain: string,
    @Body() { connections, perSecond }: DomainPaceDto,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientDomainListView> {
    await this.changeDomain.execute({ domain, actor, limit: { connections, perSecond } });
    return this.domains();
  }

  @Delete('domains/:domain')
  @ForOperator('tenants.write')
  @ApiOperation({ summary: 'Go back to what the platform knows about the domain' })
  @ApiOkResponse({ type: RecipientDomainListView })
  async reset(
    @Param('domain') domain: string,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientDomainListView> {
    await this.changeDomain.execute({ domain, actor, limit: null });
    return this.domains();
  }
}

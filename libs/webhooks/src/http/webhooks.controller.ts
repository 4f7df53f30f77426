import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ReadEndpoints } from '../use-cases/read-endpoints.js';
import { RemoveEndpoint } from '../use-cases/remove-endpoint.js';
import { ResendMessage } from '../use-cases/resend-message.js';
import { RotateSecret } from '../use-cases/rotate-secret.js';
import { SaveEndpoint } from '../use-cases/save-endpoint.js';
import { TestEndpoint } from '../use-cases/test-endpoint.js';
import {
  CreatedEndpointView,
  EndpointDto,
  EndpointView,
  EndpointsView,
  MessagesView,
  SecretView,
  SentView,
  endpointView,
  messagesView,
} from './webhooks.dto.js';

/** Where a tenant's own programs are told what happened. */
@ApiTags('webhooks')
@ForTenant('webhooks.write')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly reading: ReadEndpoints,
    private readonly saving: SaveEndpoint,
    private readonly removing: RemoveEndpoint,
    private readonly rotating: RotateSecret,
    private readonly testing: TestEndpoint,
    private readonly resending: ResendMessage,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All endpoints, the oldest first' })
  @ApiOkResponse({ type: EndpointsView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<EndpointsView> {
    return { items: (await this.reading.all(tenantId)).map(endpointView) };
  }

  @Post()
  @ApiOperation({ summary: 'Add an endpoint; its secret is shown in this answer only' })
  @ApiCreatedResponse({ type: CreatedEndpointView })
  async add(
    @Body() { url, events, isOn }: EndpointDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedEndpointView> {
    const added = await this.saving.add({ tenantId, actor }, { url, events, isOn });
    return Object.assign(endpointView(added), { secret: added.secret });
  }

  @Put(':endpointId')
  @ApiOperation({ summary: 'Change an endpoint, switch it off or on again' })
  @ApiOkResponse({ type: EndpointView })
  async change(
    @IdParam('endpointId') id: string,
    @Body() { url, events, isOn }: EndpointDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<EndpointView> {
    return endpointView(await this.saving.change({ tenantId, actor }, id, { url, events, isOn }));
  }

  @Delete(':endpointId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an endpoint with its history' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('endpointId') id: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removing.execute(tenantId, id, actor);
  }

  @Post(':endpointId/secret')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it another secret; the old one is void at once' })
  @ApiOkResponse({ type: SecretView })
  async rotate(
    @IdParam('endpointId') id: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<SecretView> {
    return { secret: await this.rotating.execute(tenantId, id, actor) };
  }

  @Post(':endpointId/test')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send it a message that says nothing' })
  @ApiAcceptedResponse({ type: SentView })
  async test(
    @IdParam('endpointId') id: string,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<SentView> {
    return { messageId: await this.testing.execute(tenantId, id) };
  }

  @Get(':endpointId/messages')
  @ApiOperation({ summary: 'What it was told and what came of it, the newest first' })
  @ApiOkResponse({ type: MessagesView })
  async messages(
    @IdParam('endpointId') id: string,
    @Query() { size, cursor }: ListQuery,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<MessagesView> {
    return messagesView(await this.reading.history(tenantId, id, { size, cursor }));
  }

  @Post('messages/:messageId/resend')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send a settled message once more, under the same id' })
  @ApiAcceptedResponse()
  async resend(
    @IdParam('messageId') id: string,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<void> {
    await this.resending.execute(tenantId, id);
  }
}

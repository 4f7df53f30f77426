import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AddSendingDomain } from '../use-cases/add-sending-domain.js';
import { CheckSendingDomain } from '../use-cases/check-sending-domain.js';
import { ReadSendingDomains } from '../use-cases/read-sending-domains.js';
import { RemoveSendingDomain } from '../use-cases/remove-sending-domain.js';
import { RotateDkimKeys } from '../use-cases/rotate-dkim-keys.js';
import { AddSendingDomainDto, RotateKeysDto } from './sending-domain.dto.js';
import {
  SendingDomainListView,
  SendingDomainView,
  sendingDomainView,
} from './sending-domain.view.js';

@ApiTags('settings')
@Controller('api/v1/settings/domains')
export class SendingDomainsController {
  constructor(
    private readonly domains: ReadSendingDomains,
    private readonly addDomain: AddSendingDomain,
    private readonly checkDomain: CheckSendingDomain,
    private readonly rotateKeys: RotateDkimKeys,
    private readonly removeDomain: RemoveSendingDomain,
  ) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'All domains the tenant writes from' })
  @ApiOkResponse({ type: SendingDomainListView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<SendingDomainListView> {
    return { items: (await this.domains.all(tenantId)).map(sendingDomainView) };
  }

  @Post()
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Declare a domain; the answer says what to publish in the DNS' })
  @ApiCreatedResponse({ type: SendingDomainView })
  async add(
    @Body() { domain, ed25519 = false }: AddSendingDomainDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<SendingDomainView> {
    const { id } = await this.addDomain.execute({ tenantId, domain, ed25519, actor });
    return this.show(id, tenantId);
  }

  @Get(':domainId')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'One domain, the records to publish and what the last check found' })
  @ApiOkResponse({ type: SendingDomainView })
  async show(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
  ): Promise<SendingDomainView> {
    return sendingDomainView(await this.domains.one(tenantId, domainId));
  }

  @Post(':domainId/check')
  @HttpCode(200)
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Look at the DNS now; published keys begin to sign' })
  @ApiOkResponse({ type: SendingDomainView })
  async check(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<SendingDomainView> {
    return sendingDomainView(await this.checkDomain.execute({ tenantId, domainId, actor }));
  }

  @Post(':domainId/rotate')
  @HttpCode(200)
  @ForTenant('settings.write')
  @ApiOperation({
    summary: 'Make new keys; the old ones sign until a check finds the new published',
  })
  @ApiOkResponse({ type: SendingDomainView })
  async rotate(
    @IdParam('domainId') domainId: string,
    @Body() { ed25519 = false }: RotateKeysDto,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<SendingDomainView> {
    await this.rotateKeys.execute({ tenantId, domainId, ed25519, actor });
    return this.show(domainId, tenantId);
  }

  @Delete(':domainId')
  @HttpCode(204)
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Forget a domain and destroy its keys' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('domainId') domainId: string,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removeDomain.execute({ tenantId, domainId, actor });
  }
}

import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { dedicatedKinds } from '../domain/dedicated-address.js';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import { IssueDedicatedAddress } from '../use-cases/issue-dedicated-address.js';
import { ReadDedicatedAddresses } from '../use-cases/read-dedicated-addresses.js';
import { RevokeDedicatedAddress } from '../use-cases/revoke-dedicated-address.js';
import { BlankMailView, QrCodeQuery, blankMailView } from './blank-mail.view.js';
import { KindParam } from './dedicated-kind.js';
import { qrCode } from './qr-code.js';

const kindInPath = { name: 'kind', enum: dedicatedKinds as DedicatedKind[] };

/** The addresses by which people join and leave a newsletter by mail (空メール). @clause W8.1 */
@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId/blank-mail')
export class BlankMailController {
  constructor(
    private readonly reading: ReadDedicatedAddresses,
    private readonly issuing: IssueDedicatedAddress,
    private readonly revoking: RevokeDedicatedAddress,
  ) {}

  @Get()
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'Addresses for joining and leaving by mail' })
  @ApiOkResponse({ type: BlankMailView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<BlankMailView> {
    return blankMailView(await this.reading.execute(tenantId, newsletterId));
  }

  @Post(':kind')
  @HttpCode(200)
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Issue an address; one in use stays as it is' })
  @ApiParam(kindInPath)
  @ApiOkResponse({ type: BlankMailView })
  async issue(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
    @KindParam() kind: DedicatedKind,
  ): Promise<BlankMailView> {
    await this.issuing.execute({ tenantId, actor, newsletterId, kind });
    return this.show(tenantId, newsletterId);
  }

  @Delete(':kind')
  @HttpCode(200)
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Revoke an address for good; a new one can be issued afterwards' })
  @ApiParam(kindInPath)
  @ApiOkResponse({ type: BlankMailView })
  async revoke(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
    @KindParam() kind: DedicatedKind,
  ): Promise<BlankMailView> {
    await this.revoking.execute({ tenantId, actor, newsletterId, kind });
    return this.show(tenantId, newsletterId);
  }

  @Get(':kind/qr-code')
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'The mailto link as a picture for print and screen' })
  @ApiParam(kindInPath)
  @ApiProduces('image/svg+xml', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async picture(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @KindParam() kind: DedicatedKind,
    @Query() { format = 'svg' }: QrCodeQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { mailto } = await this.reading.one(tenantId, newsletterId, kind);
    const { type, content } = await qrCode(mailto, format);
    response.setHeader('Content-Disposition', `inline; filename="${kind}.${format}"`);
    return new StreamableFile(content, { type });
  }
}

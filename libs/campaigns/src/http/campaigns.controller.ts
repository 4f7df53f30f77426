import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { decodeCursor, editedVersion, etagOf, pageOf } from '#platform/http';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { blankDraft } from '../domain/blank-draft.js';
import type { Campaign } from '../domain/campaign.js';
import { CompileDraft } from '../use-cases/compile-draft.js';
import { CreateCampaign } from '../use-cases/create-campaign.js';
import { DeleteDraft } from '../use-cases/delete-draft.js';
import { DuplicateCampaign } from '../use-cases/duplicate-campaign.js';
import { ReadCampaigns } from '../use-cases/read-campaigns.js';
import { UpdateCampaign } from '../use-cases/update-campaign.js';
import { CampaignsQuery, DraftDto, givenFields } from './campaign.dto.js';
import {
  CampaignPageView,
  CampaignView,
  campaignPageView,
  campaignView,
  draftView,
} from './campaign.view.js';

@ApiTags('campaigns')
@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly read: ReadCampaigns,
    private readonly create: CreateCampaign,
    private readonly update: UpdateCampaign,
    private readonly duplicate: DuplicateCampaign,
    private readonly deleteDraft: DeleteDraft,
    private readonly compile: CompileDraft,
  ) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Campaigns, newest first, with their progress' })
  @ApiOkResponse({ type: CampaignPageView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() query: CampaignsQuery,
  ): Promise<CampaignPageView> {
    const { status, cursor, size } = query;
    const found = await this.read.list(tenantId, {
      limit: size,
      ...(status && { statuses: [status] }),
      ...(cursor !== undefined && { after: decodeCursor(cursor) }),
    });
    return campaignPageView(pageOf(found, size, ({ campaign: { id } }) => ({ sort: '', id })));
  }

  @Post()
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Begin a draft' })
  @ApiCreatedResponse({ type: CampaignView })
  async begin(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() body: DraftDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    const draft = await this.compile.changed(blankDraft, givenFields(body));
    return shown(await this.create.execute({ tenantId, actor, draft }), response);
  }

  @Get(':campaignId')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'A campaign with its content and progress' })
  @ApiOkResponse({ type: CampaignView })
  async get(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    const found = await this.read.execute(tenantId, campaignId);
    response.setHeader('ETag', etagOf(found.campaign.version));
    return campaignView(found);
  }

  @Patch(':campaignId')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Change a draft' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version you edited' })
  @ApiOkResponse({ type: CampaignView })
  async edit(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: DraftDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    const version = editedVersion(ifMatch);
    const changes = givenFields(body);
    const edit = { tenantId, campaignId, actor, version, changes };
    return shown(await this.update.execute(edit), response);
  }

  @Delete(':campaignId')
  @HttpCode(204)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Throw a draft away' })
  @ApiNoContentResponse()
  async remove(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
  ): Promise<void> {
    await this.deleteDraft.execute({ tenantId, campaignId, actor });
  }

  @Post(':campaignId/duplicate')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Make a new draft of a campaign in any state' })
  @ApiCreatedResponse({ type: CampaignView })
  async copy(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    return shown(await this.duplicate.execute({ tenantId, campaignId, actor }), response);
  }
}

/** Drafts have no progress. */
const shown = (campaign: Campaign, response: Response): CampaignView => {
  response.setHeader('ETag', etagOf(campaign.version));
  return draftView(campaign);
};

import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Delete, Get, Headers, HttpCode, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Template } from '../domain/template.js';
import { SaveTemplate } from '../use-cases/save-template.js';
import { givenFields } from './campaign.dto.js';
import { CampaignView, draftView } from './campaign.view.js';
import {
  ChangeTemplateDto,
  NewTemplateDto,
  TemplateNameDto,
  TemplateView,
  TemplatesView,
  templateLineView,
  templateView,
} from './templates.dto.js';

@ApiTags('templates')
@Controller('api/v1')
export class TemplatesController {
  constructor(private readonly templates: SaveTemplate) {}

  @Get('templates')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'All templates, by name' })
  @ApiOkResponse({ type: TemplatesView })
  async list(@CurrentTenant() tenantId: TenantId): Promise<TemplatesView> {
    return { items: (await this.templates.list(tenantId)).map(templateLineView) };
  }

  @Post('templates')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Write a template' })
  @ApiCreatedResponse({ type: TemplateView })
  async create(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { name, ...body }: NewTemplateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    return shown(
      await this.templates.execute({ tenantId, actor }, name, givenFields(body)),
      response,
    );
  }

  @Post('campaigns/:campaignId/template')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Make a template of a campaign in any state' })
  @ApiCreatedResponse({ type: TemplateView })
  async take(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('campaignId') campaignId: string,
    @Body() { name }: TemplateNameDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    return shown(
      await this.templates.fromCampaign({ tenantId, actor }, name, campaignId),
      response,
    );
  }

  @Get('templates/:templateId')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'A template with its content' })
  @ApiOkResponse({ type: TemplateView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('templateId') templateId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    return shown(await this.templates.read(tenantId, templateId), response);
  }

  @Patch('templates/:templateId')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Change a template' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version you edited' })
  @ApiOkResponse({ type: TemplateView })
  async change(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('templateId') id: string,
    @Headers('If-Match') ifMatch: string | undefined,
    @Body() { name, ...body }: ChangeTemplateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TemplateView> {
    const version = editedVersion(ifMatch);
    const changes = { ...givenFields(body), ...(name !== undefined && { name }) };
    return shown(
      await this.templates.change({ tenantId, actor }, { id, version }, changes),
      response,
    );
  }

  @Delete('templates/:templateId')
  @HttpCode(204)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Throw a template away; campaigns begun with it stay' })
  @ApiNoContentResponse()
  async remove(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('templateId') templateId: string,
  ): Promise<void> {
    await this.templates.delete({ tenantId, actor }, templateId);
  }

  @Post('templates/:templateId/begin')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Begin a draft with a template' })
  @ApiCreatedResponse({ type: CampaignView })
  async begin(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('templateId') templateId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CampaignView> {
    const campaign = await this.templates.begin({ tenantId, actor }, templateId);
    response.setHeader('ETag', etagOf(campaign.version));
    return draftView(campaign);
  }
}

const shown = (template: Template, response: Response): TemplateView => {
  response.setHeader('ETag', etagOf(template.version));
  return templateView(template);
};

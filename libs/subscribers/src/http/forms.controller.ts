import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { subscriberErrors } from '../subscribers.errors.js';
import { PublishForm } from '../use-cases/publish-form.js';
import { ReadForms } from '../use-cases/read-forms.js';
import { SaveFormDraft } from '../use-cases/save-form-draft.js';
import { FormContentDto } from './forms.dto.js';
import { FormVersionListView, FormVersionView, formVersionView } from './forms.view.js';

/** The sign-up form of a newsletter: one draft, and versions that never change. */
@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId/form')
export class FormsController {
  constructor(
    private readonly forms: ReadForms,
    private readonly saveDraft: SaveFormDraft,
    private readonly publishForm: PublishForm,
  ) {}

  @Get('versions')
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'All versions of the form, newest first, the draft among them' })
  @ApiOkResponse({ type: FormVersionListView })
  async versions(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<FormVersionListView> {
    const rows = await this.forms.versions(tenantId, newsletterId);
    return { items: rows.map(formVersionView), nextCursor: null };
  }

  @Get('versions/:number')
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'One version of the form' })
  @ApiParam({ name: 'number', schema: { type: 'integer', minimum: 1 } })
  @ApiOkResponse({ type: FormVersionView })
  async version(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Param('number') number: string,
  ): Promise<FormVersionView> {
    if (!/^\d{1,9}$/.test(number)) throw subscriberErrors.noForm();
    return formVersionView(await this.forms.version(tenantId, newsletterId, Number(number)));
  }

  @Get('draft')
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'The draft of the next version' })
  @ApiOkResponse({ type: FormVersionView, headers: { ETag: { schema: { type: 'string' } } } })
  async draft(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormVersionView> {
    const row = await this.forms.draft(tenantId, newsletterId);
    response.setHeader('ETag', etagOf(row.revision));
    return formVersionView(row);
  }

  @Put('draft')
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Begin a draft, or save the one there is' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'ETag of the draft edited' })
  @ApiOkResponse({ type: FormVersionView })
  async save(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() content: FormContentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FormVersionView> {
    const revision = ifMatch === undefined ? undefined : editedVersion(ifMatch);
    await this.saveDraft.execute({ tenantId, newsletterId, content, revision });
    return this.draft(tenantId, newsletterId, response);
  }

  @Post('publish')
  @HttpCode(200)
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Show the draft to the public; refused without the notice of W17.2' })
  @ApiOkResponse({ type: FormVersionView })
  async publish(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<FormVersionView> {
    const number = await this.publishForm.execute({ tenantId, actor, newsletterId });
    return formVersionView(await this.forms.version(tenantId, newsletterId, number));
  }
}

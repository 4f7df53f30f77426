import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery, decodeCursor, editedVersion, etagOf, pageOf } from '#platform/http';
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
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ChangeNewsletter } from '../use-cases/change-newsletter.js';
import { CreateNewsletter } from '../use-cases/create-newsletter.js';
import { DeleteNewsletter } from '../use-cases/delete-newsletter.js';
import { ReadNewsletters } from '../use-cases/read-newsletters.js';
import { UnsubscribeByAddress } from '../use-cases/unsubscribe-by-address.js';
import { ChangeNewsletterDto, CreateNewsletterDto, UnsubscriptionDto } from './newsletters.dto.js';
import {
  NewsletterListView,
  NewsletterView,
  UnsubscriptionView,
  newsletterView,
} from './newsletters.view.js';

@ApiTags('newsletters')
@Controller('api/v1/newsletters')
export class NewslettersController {
  constructor(
    private readonly reading: ReadNewsletters,
    private readonly createNewsletter: CreateNewsletter,
    private readonly changeNewsletter: ChangeNewsletter,
    private readonly deleteNewsletter: DeleteNewsletter,
    private readonly unsubscribeByAddress: UnsubscribeByAddress,
  ) {}

  @Get()
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'Newsletters, newest first' })
  @ApiOkResponse({ type: NewsletterListView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() query: ListQuery,
  ): Promise<NewsletterListView> {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
    const rows = await this.reading.page(tenantId, query.size, after);
    const { items, nextCursor } = pageOf(rows, query.size, ({ id }) => ({ sort: id, id }));
    return { items: items.map(newsletterView), nextCursor };
  }

  @Post()
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Create a newsletter; its form is then drafted and published' })
  @ApiCreatedResponse({ type: NewsletterView })
  async create(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { slug, title, locale }: CreateNewsletterDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewsletterView> {
    const id = await this.createNewsletter.execute({
      tenantId,
      actor,
      slug,
      title,
      locale,
    });
    return this.show(tenantId, id, response);
  }

  @Get(':newsletterId')
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'One newsletter' })
  @ApiOkResponse({ type: NewsletterView, headers: { ETag: { schema: { type: 'string' } } } })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewsletterView> {
    const row = await this.reading.one(tenantId, newsletterId);
    response.setHeader('ETag', etagOf(row.version));
    return newsletterView(row);
  }

  @Patch(':newsletterId')
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Change the title' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version edited' })
  @ApiOkResponse({ type: NewsletterView })
  async change(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { title }: ChangeNewsletterDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewsletterView> {
    const version = editedVersion(ifMatch);
    await this.changeNewsletter.execute({ tenantId, actor, newsletterId, version, title });
    return this.show(tenantId, newsletterId, response);
  }

  @Delete(':newsletterId')
  @HttpCode(204)
  @ForTenant('newsletters.write')
  @ApiOperation({ summary: 'Delete a newsletter that nobody reads' })
  @ApiNoContentResponse()
  async delete(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<void> {
    await this.deleteNewsletter.execute({ tenantId, actor, newsletterId });
  }

  @Post(':newsletterId/unsubscriptions')
  @HttpCode(202)
  @ForTenant('subscribers.write')
  @ApiOperation({
    summary: "Unsubscribe an address on the subscriber's request",
    description: 'The answer is the same whether the address was registered or not.',
  })
  @ApiAcceptedResponse({ type: UnsubscriptionView })
  async unsubscribe(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('newsletterId') newsletterId: string,
    @Body() { address }: UnsubscriptionDto,
  ): Promise<UnsubscriptionView> {
    await this.unsubscribeByAddress.execute({ tenantId, actor, newsletterId, address });
    return { status: 'received' };
  }
}

import { CurrentActor, CurrentTenant, ForTenant } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { termsErrors } from '../terms.errors.js';
import { AcceptTerms } from '../use-cases/accept-terms.js';
import { ReadTerms } from '../use-cases/read-terms.js';
import { AcceptancesView, DocumentsView, acceptancesView, documentView } from './terms.view.js';

/** What binds a tenant, what will, and who accepted it. */
@ApiTags('terms')
@Controller('api/v1/terms')
export class TenantTermsController {
  constructor(
    private readonly terms: ReadTerms,
    private readonly accepting: AcceptTerms,
  ) {}

  @Get()
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'Terms and policies: what binds now and what will' })
  @ApiOkResponse({ type: DocumentsView })
  async list(): Promise<DocumentsView> {
    const all = await this.terms.all();
    return {
      items: all
        .filter(({ inForce, upcoming }) => inForce ?? upcoming)
        .map((d) => documentView(d, ({ state }) => state === 'published')),
    };
  }

  @Get('acceptances')
  @ForTenant('settings.read')
  @ApiOperation({ summary: 'Who accepted which version, by saying so or by going on' })
  @ApiOkResponse({ type: AcceptancesView })
  async acceptances(@CurrentTenant() tenantId: TenantId): Promise<AcceptancesView> {
    return acceptancesView(await this.accepting.of(tenantId));
  }

  @Post(':slug/versions/:number/accept')
  @HttpCode(204)
  @ForTenant('settings.write')
  @ApiOperation({ summary: 'Accept the version that binds, or the one to come' })
  @ApiNoContentResponse()
  async accept(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    if (actor.kind !== 'member') throw termsErrors.onlyMembers();
    await this.accepting.explicitly({ tenantId, memberId: actor.memberId }, slug, number);
  }
}

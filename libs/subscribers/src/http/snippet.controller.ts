import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Pages } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { subscriberErrors } from '../subscribers.errors.js';
import { OpenSignUpForm } from '../use-cases/open-sign-up-form.js';
import { ReadBrand } from '../use-cases/read-brand.js';
import { ReadNewsletters } from '../use-cases/read-newsletters.js';
import { SnippetView } from './newsletters.view.js';
import { signUpView } from './sign-up.view.js';

@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId/snippet')
export class SnippetController {
  constructor(
    private readonly config: Config,
    private readonly pages: Pages,
    private readonly reading: ReadNewsletters,
    private readonly brands: ReadBrand,
    private readonly openForm: OpenSignUpForm,
  ) {}

  @Get()
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'The published form as HTML for a page of your own' })
  @ApiOkResponse({ type: SnippetView })
  async show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<SnippetView> {
    const { slug, locale } = await this.reading.one(tenantId, newsletterId);
    const { tenant } = await this.brands.execute(tenantId, newsletterId);
    const form = await this.openForm.execute(tenant.slug, slug);
    if (!form) throw subscriberErrors.noForm();
    const view = signUpView(form, locale, this.config.publicUrl);
    return { html: this.pages.render('snippet', view, locale) };
  }
}

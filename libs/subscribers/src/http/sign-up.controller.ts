import { Public } from '#lib/accounts';
import { addressProblemTexts, parseEmailAddress } from '#lib/kernel';
import type { EmailAddress, Locale } from '#lib/kernel';
import { Config } from '#platform/config';
import { Pages } from '#platform/http';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { readFields } from '../domain/read-fields.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { Challenge } from '../use-cases/challenge.js';
import { OpenSignUpForm } from '../use-cases/open-sign-up-form.js';
import type { SignUpForm } from '../use-cases/open-sign-up-form.js';
import { SignUp } from '../use-cases/sign-up.js';
import { formBody } from './form-body.js';
import { originOf } from './origin-of.js';
import { PublicPage } from './public-page.js';
import { signUpView } from './sign-up.view.js';
import type { SignUpProblems } from './sign-up.view.js';

/** The public sign-up form. Its answers depend on what was typed, never on what we know of the address. */
@ApiExcludeController()
@Public()
@Controller('t/:tenant/:newsletter')
export class SignUpController {
  constructor(
    private readonly config: Config,
    private readonly pages: Pages,
    private readonly page: PublicPage,
    private readonly openForm: OpenSignUpForm,
    private readonly signUp: SignUp,
    private readonly challenge: Challenge,
  ) {}

  @Get()
  async form(
    @Req() request: Request,
    @Res() response: Response,
    @Param('tenant') tenant: string,
    @Param('newsletter') newsletter: string,
  ): Promise<void> {
    const form = await this.open(tenant, newsletter);
    this.show(request, response, form);
  }

  @Post()
  @HttpCode(200)
  async submit(
    @Req() request: Request,
    @Res() response: Response,
    @Param('tenant') tenant: string,
    @Param('newsletter') newsletter: string,
  ): Promise<void> {
    const form = await this.open(tenant, newsletter);
    if (!form.isServing) {
      this.show(request, response, form);
      return;
    }
    const body = formBody(request);
    const locale = this.page.localeOf(request);
    const { address, fields, problems } = readSignUp(form, body, locale);
    if (!address || problems) {
      this.show(request, response.status(422), form, body, problems);
      return;
    }
    await this.signUp.execute({
      tenantId: form.tenant.id,
      newsletterId: form.newsletter.id,
      formNumber: form.formNumber,
      address,
      fields,
      ...originOf(request),
      solved: await this.challenge.isSolved(body['altcha']),
    });
    response.redirect(
      303,
      `/t/${form.tenant.slug}/${form.newsletter.slug}/check-mail?lang=${locale}`,
    );
  }

  @Get('check-mail')
  async checkMail(
    @Req() request: Request,
    @Res() response: Response,
    @Param('tenant') tenant: string,
    @Param('newsletter') newsletter: string,
  ): Promise<void> {
    this.page.show(request, response, 'check-mail', { ...(await this.open(tenant, newsletter)) });
  }

  /** The form alone, to be put into a page of the tenant's own. */
  @Get('snippet')
  async snippet(
    @Req() request: Request,
    @Res() response: Response,
    @Param('tenant') tenant: string,
    @Param('newsletter') newsletter: string,
  ): Promise<void> {
    const form = await this.open(tenant, newsletter);
    const locale = this.page.localeOf(request);
    const view = signUpView(form, locale, this.config.publicUrl);
    this.pages.send(response, 'snippet', view, locale);
  }

  private show(
    request: Request,
    response: Response,
    form: SignUpForm,
    values: Readonly<Record<string, string>> = {},
    problems: SignUpProblems = {},
  ): void {
    const view = signUpView(form, this.page.localeOf(request), '', values, problems);
    const template = form.isServing ? 'sign-up' : 'sign-up-closed';
    this.page.show(request, response, template, { ...form, ...view });
  }

  private async open(tenant: string, newsletter: string): Promise<SignUpForm> {
    const form = await this.openForm.execute(tenant, newsletter);
    if (!form) throw subscriberErrors.noNewsletter();
    return form;
  }
}

interface SignUpReading {
  readonly address?: EmailAddress;
  readonly fields: ReturnType<typeof readFields>['values'];
  /** Undefined when all is well. */
  readonly problems?: SignUpProblems;
}

const readSignUp = (
  form: SignUpForm,
  body: Readonly<Record<string, string>>,
  locale: Locale,
): SignUpReading => {
  const reading = parseEmailAddress(body['email'] ?? '');
  const { values, problems } = readFields(form.content.fields, body);
  const shown = body['form'] ?? String(form.formNumber);
  const found: SignUpProblems = {
    ...(!reading.ok && { email: addressProblemTexts[reading.problem][locale] }),
    ...(problems.length > 0 && { fields: problems }),
    ...(!body['consent'] && { consent: true }),
    ...(shown !== String(form.formNumber) && { changed: true }),
  };
  return {
    ...(reading.ok && { address: reading.address }),
    fields: values,
    ...(Object.keys(found).length > 0 && { problems: found }),
  };
};

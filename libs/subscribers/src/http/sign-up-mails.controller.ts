import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PreviewMails } from '../use-cases/preview-mails.js';
import { SignUpMailsView } from './sign-up-mails.view.js';

@ApiTags('newsletters')
@Controller('api/v1/newsletters/:newsletterId/sign-up-mails')
export class SignUpMailsController {
  constructor(private readonly previews: PreviewMails) {}

  @Get()
  @ForTenant('newsletters.read')
  @ApiOperation({ summary: 'All mails around a sign-up as readers get them, without their links' })
  @ApiOkResponse({ type: SignUpMailsView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('newsletterId') newsletterId: string,
  ): Promise<SignUpMailsView> {
    return { items: await this.previews.execute(tenantId, newsletterId) };
  }
}

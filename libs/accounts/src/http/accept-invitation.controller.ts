import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import { ShowInvitation } from '../use-cases/show-invitation.js';
import {
  AcceptInvitationDto,
  InvitationTokenDto,
  OpenInvitationView,
  openInvitationView,
} from './accept-invitation.dto.js';
import { Public } from './access.js';

/** For the console; the token travels in the body, so that no log of addresses holds it. */
@ApiTags('session')
@Public()
@Controller('api/v1/invitations')
export class AcceptInvitationController {
  constructor(
    private readonly showInvitation: ShowInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Post('show')
  @HttpCode(200)
  @ApiOperation({ summary: 'What an invitation is for; changes nothing' })
  @ApiOkResponse({ type: OpenInvitationView })
  async show(@Body() { token }: InvitationTokenDto): Promise<OpenInvitationView> {
    return openInvitationView(await this.showInvitation.execute(token));
  }

  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ summary: 'Become a member' })
  @ApiNoContentResponse()
  async accept(@Body() body: AcceptInvitationDto): Promise<void> {
    await this.acceptInvitation.execute(body);
  }
}

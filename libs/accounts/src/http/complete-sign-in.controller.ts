import { httpErrors } from '#platform/http';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AskPasskey } from '../use-cases/ask-passkey.js';
import { CompleteSignIn } from '../use-cases/complete-sign-in.js';
import type { PasskeyAnswer } from '../passkeys.js';
import { Public } from './access.js';
import { ProofDto, TicketDto, WebAuthnOptionsView } from './second-factor.dto.js';
import { SessionView } from './session.dto.js';
import { SignInDoor } from './sign-in-door.js';

/** The second step of a sign-in. The ticket is the only credential; no cookie is read. */
@ApiTags('session')
@Public()
@Controller('api/v1/session/second-step')
export class CompleteSignInController {
  constructor(
    private readonly completeSignIn: CompleteSignIn,
    private readonly askPasskey: AskPasskey,
    private readonly door: SignInDoor,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Complete a sign-in with a code, a recovery code or a passkey' })
  @ApiOkResponse({ type: SessionView })
  async complete(
    @Body() { ticket, code, passkey }: ProofDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    if (!request.is('application/json')) throw httpErrors.unsupportedType();
    const proof = passkey ? { passkey: passkey as unknown as PasskeyAnswer } : { code: code ?? '' };
    const visit = this.door.visit(request);
    const ip = request.ip ?? '';
    const token = await this.completeSignIn.execute({ ticket, proof, ip, visit });
    return this.door.open(response, token, visit);
  }

  @Post('passkey-options')
  @HttpCode(200)
  @ApiOperation({ summary: 'What navigator.credentials.get() needs to ask for a passkey' })
  @ApiOkResponse({ type: WebAuthnOptionsView })
  async passkeyOptions(@Body() { ticket }: TicketDto): Promise<WebAuthnOptionsView> {
    return { publicKey: { ...(await this.askPasskey.execute(ticket)) } };
  }
}

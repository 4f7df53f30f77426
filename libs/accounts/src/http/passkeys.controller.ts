import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../domain/actor.js';
import type { NewPasskeyAnswer } from '../passkeys.js';
import { AddPasskey } from '../use-cases/add-passkey.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { RemoveSecondFactor } from '../use-cases/remove-second-factor.js';
import { ForSignedIn } from './access.js';
import { CurrentActor, CurrentSession } from './current.js';
import { IdParam } from './id-param.js';
import {
  NewPasskeyDto,
  PasskeyAddedView,
  PasswordDto,
  WebAuthnOptionsView,
} from './second-factor.dto.js';

@ApiTags('session')
@ForSignedIn()
@Controller('api/v1/session/passkeys')
export class PasskeysController {
  constructor(
    private readonly addPasskey: AddPasskey,
    private readonly removeFactor: RemoveSecondFactor,
  ) {}

  @Post('options')
  @HttpCode(200)
  @ApiOperation({ summary: 'What navigator.credentials.create() needs to make a passkey' })
  @ApiOkResponse({ type: WebAuthnOptionsView })
  async options(
    @Body() { password }: PasswordDto,
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: Session,
    @Req() request: Request,
  ): Promise<WebAuthnOptionsView> {
    const wish = { actor, sessionId, password, ip: request.ip ?? '' };
    return { publicKey: { ...(await this.addPasskey.begin(wish)) } };
  }

  @Post()
  @ApiOperation({ summary: 'Add the passkey that was made' })
  @ApiCreatedResponse({ type: PasskeyAddedView })
  add(
    @Body() { name, response }: NewPasskeyDto,
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: Session,
  ): Promise<PasskeyAddedView> {
    const answer = response as unknown as NewPasskeyAnswer;
    return this.addPasskey.execute({ actor, sessionId, name, response: answer });
  }

  @Post(':passkeyId/remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey' })
  @ApiNoContentResponse()
  async remove(
    @IdParam('passkeyId') passkeyId: string,
    @Body() { password }: PasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<void> {
    const ip = request.ip ?? '';
    await this.removeFactor.execute({ actor, password, ip, what: { passkeyId } });
  }
}

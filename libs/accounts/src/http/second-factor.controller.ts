import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { accountsErrors } from '../accounts.errors.js';
import { accountOf } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import type { CurrentSession as Session } from '../use-cases/authenticate.js';
import { ConfirmTotp } from '../use-cases/confirm-totp.js';
import { EnrolTotp } from '../use-cases/enrol-totp.js';
import { IssueRecoveryCodes } from '../use-cases/issue-recovery-codes.js';
import { ReadSecondFactors } from '../use-cases/read-second-factors.js';
import { RemoveSecondFactor } from '../use-cases/remove-second-factor.js';
import { ForSignedIn } from './access.js';
import { CurrentActor, CurrentSession } from './current.js';
import {
  CodeDto,
  EnrolmentView,
  PasswordDto,
  RecoveryCodesView,
  SecondFactorsView,
  secondFactorsView,
} from './second-factor.dto.js';

@ApiTags('session')
@ForSignedIn()
@Controller('api/v1/session/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: ReadSecondFactors,
    private readonly enrol: EnrolTotp,
    private readonly confirm: ConfirmTotp,
    private readonly issue: IssueRecoveryCodes,
    private readonly remove: RemoveSecondFactor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the own account proves itself with, besides the password' })
  @ApiOkResponse({ type: SecondFactorsView })
  async show(@CurrentActor() actor: Actor): Promise<SecondFactorsView> {
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    return secondFactorsView(await this.factors.execute(ref));
  }

  @Post('totp')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin with an authenticator app: its secret, also for a QR code' })
  @ApiOkResponse({ type: EnrolmentView })
  begin(
    @Body() { password }: PasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<EnrolmentView> {
    return this.enrol.execute({ actor, password, ip: request.ip ?? '' });
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm the authenticator app with a code; gives recovery codes' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirmTotp(
    @Body() { code }: CodeDto,
    @CurrentActor() actor: Actor,
    @CurrentSession() { id: sessionId }: Session,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    const ip = request.ip ?? '';
    return { recoveryCodes: await this.confirm.execute({ actor, sessionId, code, ip }) };
  }

  @Post('totp/remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the authenticator app' })
  @ApiNoContentResponse()
  async removeTotp(
    @Body() { password }: PasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<void> {
    await this.remove.execute({ actor, password, ip: request.ip ?? '', what: 'totp' });
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ten new recovery codes; the old ones are void' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async recoveryCodes(
    @Body() { password }: PasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    const wish = { actor, password, ip: request.ip ?? '' };
    return { recoveryCodes: await this.issue.execute(wish) };
  }
}

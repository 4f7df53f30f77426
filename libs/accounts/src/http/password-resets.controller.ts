import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { RequestPasswordReset } from '../use-cases/request-password-reset.js';
import { ResetPassword } from '../use-cases/reset-password.js';
import { Public } from './access.js';
import { RequestPasswordResetDto, ResetPasswordDto } from './password-resets.dto.js';

@ApiTags('session')
@Public()
@Controller('api/v1/password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a link by mail; the answer is the same for any address' })
  @ApiAcceptedResponse()
  async request(
    @Body() { email }: RequestPasswordResetDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.requestReset.execute({ email, ip: request.ip ?? '' });
  }

  @Post('complete')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set a new password; ends all sessions' })
  @ApiNoContentResponse()
  async complete(@Body() body: ResetPasswordDto): Promise<void> {
    await this.resetPassword.execute(body);
  }
}

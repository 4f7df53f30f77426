import { Public } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Apply } from '../use-cases/apply.js';
import { DropApplication } from '../use-cases/drop-application.js';
import { ApplyDto, ReceivedView, WithdrawApplicationDto, formOf } from './application.dto.js';

@ApiTags('applications')
@Controller('api/v1/applications')
export class ApplicationsController {
  constructor(
    private readonly apply: Apply,
    private readonly drop: DropApplication,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Apply for the service' })
  @ApiCreatedResponse({ type: ReceivedView })
  receive(@Body() body: ApplyDto): Promise<ReceivedView> {
    const now = this.clock.now();
    return this.apply.execute({
      form: formOf(body),
      channel: 'web',
      partnerName: null,
      appliedAt: now,
      formArrivedAt: now,
      accepted: body.accepted,
      scans: [],
      locale: body.locale ?? 'ja',
      actor: { kind: 'system' },
    });
  }

  @Post('withdrawal')
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'Withdraw an application, until the start notice is sent' })
  @ApiNoContentResponse()
  async withdraw(@Body() { token }: WithdrawApplicationDto): Promise<void> {
    await this.drop.byToken(token);
  }
}

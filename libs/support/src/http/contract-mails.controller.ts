import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TakeContractMail } from '../use-cases/take-contract-mail.js';

@ApiTags('operator: inquiries')
@Controller('api/v1/operator/contract-mails/:mailId')
export class ContractMailsController {
  constructor(private readonly taking: TakeContractMail) {}

  @Post('inquiry')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Take a mail to the address for notices for a question' })
  @ApiNoContentResponse()
  async take(@IdParam('mailId') mailId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.taking.execute({ mailId, actor });
  }
}

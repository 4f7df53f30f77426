import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { noticeChannels } from '#lib/notices';
import type { NoticeChannel } from '#lib/notices';
import { Choice } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TellAgain } from '../use-cases/tell-again.js';

class TellAgainDto {
  @Choice(noticeChannels, { about: 'To the address declared now; a portal notice arrives at once' })
  channel!: NoticeChannel;
}

/** What becomes of notices that came back. @clause W22.1 @decision D-15 */
@ApiTags('operator: contracts')
@Controller('api/v1/operator/tenants/:tenantId/lost-notices/:noticeId')
export class LostNoticesController {
  constructor(private readonly tellAgain: TellAgain) {}

  @Post('again')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({
    summary: 'Say once more what came back; what it brings about waits for that one',
  })
  @ApiNoContentResponse()
  async again(
    @IdParam('tenantId') id: string,
    @IdParam('noticeId') noticeId: string,
    @Body() { channel }: TellAgainDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.tellAgain.again({ tenantId: asTenantId(id), noticeId, channel, actor });
  }

  @Post('let-be')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Leave a notice that came back at that' })
  @ApiNoContentResponse()
  async letBe(
    @IdParam('tenantId') id: string,
    @IdParam('noticeId') noticeId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.tellAgain.letBe({ tenantId: asTenantId(id), noticeId, actor });
  }
}

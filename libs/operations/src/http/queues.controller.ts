import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { QueueDesk } from '#platform/queue';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RetryJob } from '../use-cases/retry-job.js';
import { FailedJobsView, FailedQuery, QueuesView, RetryDto, failedJobView } from './queues.dto.js';

@ApiTags('operator: queues')
@Controller('api/v1/operator/queues')
export class QueuesController {
  constructor(
    private readonly desk: QueueDesk,
    private readonly retryJob: RetryJob,
  ) {}

  @Get()
  @ForOperator('queues.read')
  @ApiOperation({ summary: 'How much work waits, and for how long' })
  @ApiOkResponse({ type: QueuesView })
  async show(): Promise<QueuesView> {
    return { queues: await this.desk.figures(), outbox: await this.desk.outbox() };
  }

  @Get('failed')
  @ForOperator('queues.read')
  @ApiOperation({ summary: 'Jobs that were given up, the latest first' })
  @ApiOkResponse({ type: FailedJobsView })
  async failed(@Query() { queue, size }: FailedQuery): Promise<FailedJobsView> {
    return { items: (await this.desk.failed(queue, 0, size)).map(failedJobView) };
  }

  @Post('retry')
  @HttpCode(204)
  @ForOperator('queues.read')
  @ApiOperation({ summary: 'Try a failed job again' })
  @ApiNoContentResponse()
  async retry(@Body() { queue, jobId }: RetryDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.retryJob.execute({ actor, queue, jobId });
  }
}

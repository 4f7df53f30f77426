import { Flag, NestedList, Text, Uuid } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { RecordTraining } from '../use-cases/record-training.js';
import { ForOperator } from './access.js';
import { CurrentActor } from './current.js';
import { IdParam } from './id-param.js';

export class TrainingDto {
  @Text({ max: 200, example: '個人情報保護の年次研修' }) topic!: string;
  @Text({ min: 10, max: 10, example: '2026-04-01' }) on!: string;
}

export class TrainedOperatorView {
  @Uuid() operatorId!: string;
  @Text() name!: string;
  @Flag({ about: 'Never taught, or more than a year ago' }) isDue!: boolean;
  @NestedList(() => TrainingDto, { about: 'The newest first', max: 1_000 })
  trainings!: TrainingDto[];
}

export class TrainingsView {
  @NestedList(() => TrainedOperatorView, { max: 10_000 }) items!: TrainedOperatorView[];
}

/** What the provider's people were taught about personal data. @clause P2 従業員, P4-7 */
@ApiTags('operator: operators')
@ForOperator('operators.write')
@Controller('api/v1/operator')
export class TrainingsController {
  constructor(private readonly record: RecordTraining) {}

  @Get('trainings')
  @ApiOperation({ summary: 'Everybody with what they were taught, who is due first' })
  @ApiOkResponse({ type: TrainingsView })
  async list(): Promise<TrainingsView> {
    const all = await this.record.list();
    return {
      items: all.map(({ operatorId, name, isDue, trainings }) => ({
        ...{ operatorId, name, isDue },
        trainings: trainings.map(({ topic, on }) => ({ topic, on })),
      })),
    };
  }

  @Post('operators/:operatorId/trainings')
  @HttpCode(204)
  @ApiOperation({ summary: 'Keep that an operator was taught something' })
  @ApiNoContentResponse()
  async add(
    @IdParam('operatorId') operatorId: string,
    @Body() { topic, on }: TrainingDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.record.execute({ operatorId, topic, on }, actor);
  }
}

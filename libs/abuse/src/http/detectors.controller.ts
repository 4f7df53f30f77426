import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepDetectors } from '../use-cases/keep-detectors.js';
import { DetectorDto, DetectorsView, detectorsView } from './detectors.dto.js';

/** What looks for abuse, and from where on it speaks. Its cases are among the others. */
@ApiTags('operator: abuse')
@Controller('api/v1/operator/detectors')
export class DetectorsController {
  constructor(private readonly detectors: KeepDetectors) {}

  @Get()
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Detectors of abuse with their thresholds' })
  @ApiOkResponse({ type: DetectorsView })
  async list(): Promise<DetectorsView> {
    return detectorsView(await this.detectors.read());
  }

  @Put(':name')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Change a detector' })
  @ApiOkResponse({ type: DetectorsView })
  async change(
    @Param('name') name: string,
    @Body() { isOn, holds, thresholds }: DetectorDto,
    @CurrentActor() actor: Actor,
  ): Promise<DetectorsView> {
    await this.detectors.execute(name, { isOn, holds, thresholds }, actor);
    return this.list();
  }
}

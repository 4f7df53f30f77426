import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery, decodeCursor, editedVersion, etagOf, pageOf } from '#platform/http';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Segment } from '../domain/segment.js';
import { DeleteSegment } from '../use-cases/delete-segment.js';
import { ReadSegments } from '../use-cases/read-segments.js';
import { SaveSegment } from '../use-cases/save-segment.js';
import { SegmentDto, SegmentPageView, SegmentView, segmentView } from './segment.view.js';

@ApiTags('segments')
@Controller('api/v1/segments')
export class SegmentsController {
  constructor(
    private readonly read: ReadSegments,
    private readonly save: SaveSegment,
    private readonly deleteSegment: DeleteSegment,
  ) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Saved segments, by name' })
  @ApiOkResponse({ type: SegmentPageView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { size, cursor }: ListQuery,
  ): Promise<SegmentPageView> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor) };
    const found = await this.read.list(tenantId, { limit: size, ...after });
    const page = pageOf(found, size, ({ name, id }) => ({ sort: name, id }));
    return { items: page.items.map(segmentView), nextCursor: page.nextCursor };
  }

  @Post()
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Save a condition under a name' })
  @ApiCreatedResponse({ type: SegmentView })
  async create(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Body() { name, condition }: SegmentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SegmentView> {
    return shown(await this.save.execute({ tenantId, actor, name, condition }), response);
  }

  @Get(':segmentId')
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'A saved segment' })
  @ApiOkResponse({ type: SegmentView })
  async get(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('segmentId') segmentId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SegmentView> {
    return shown(await this.read.execute(tenantId, segmentId), response);
  }

  @Put(':segmentId')
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Change a segment; scheduled campaigns keep the condition they froze' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the version you edited' })
  @ApiOkResponse({ type: SegmentView })
  async edit(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('segmentId') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { name, condition }: SegmentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SegmentView> {
    const edited = { id, version: editedVersion(ifMatch) };
    return shown(await this.save.execute({ tenantId, actor, name, condition, edited }), response);
  }

  @Delete(':segmentId')
  @HttpCode(204)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Delete a segment that no waiting campaign uses' })
  @ApiNoContentResponse()
  async remove(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('segmentId') id: string,
  ): Promise<void> {
    await this.deleteSegment.execute(tenantId, actor, id);
  }
}

const shown = (segment: Segment, response: Response): SegmentView => {
  response.setHeader('ETag', etagOf(segment.version));
  return segmentView(segment);
};

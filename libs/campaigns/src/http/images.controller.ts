import { CurrentActor, CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ListQuery, decodeCursor, pageOf } from '#platform/http';
import { Controller, Delete, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { imageErrors } from '../campaigns.errors.js';
import { KeepImage, largestImage } from '../use-cases/keep-image.js';
import { ImageQuery, ImageView, ImagesView, imageView } from './images.dto.js';

@ApiTags('images')
@Controller('api/v1/images')
export class ImagesController {
  constructor(private readonly images: KeepImage) {}

  @Get()
  @ForTenant('campaigns.read')
  @ApiOperation({ summary: 'Images for mails, the newest first' })
  @ApiOkResponse({ type: ImagesView })
  async list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { size, cursor }: ListQuery,
  ): Promise<ImagesView> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor).id;
    const found = await this.images.list(tenantId, size + 1, before);
    const { items, nextCursor } = pageOf(found, size, ({ id }) => ({ sort: '', id }));
    return { items: items.map(imageView), nextCursor };
  }

  @Post()
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Add an image: its bytes are the body; PNG, JPEG, GIF or WebP to 5 MB' })
  @ApiConsumes('image/png', 'image/jpeg', 'image/gif', 'image/webp')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ImageView })
  async add(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @Query() { name = 'image' }: ImageQuery,
    @Req() request: Request,
  ): Promise<ImageView> {
    const content = await bytesOf(request);
    return imageView(await this.images.execute({ tenantId, actor, name, content }));
  }

  @Delete(':imageId')
  @HttpCode(204)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'Delete an image that no mail shows' })
  @ApiNoContentResponse()
  async remove(
    @CurrentTenant() tenantId: TenantId,
    @CurrentActor() actor: Actor,
    @IdParam('imageId') id: string,
  ): Promise<void> {
    await this.images.delete({ tenantId, actor, id });
  }
}

const bytesOf = async (request: Request): Promise<Buffer> => {
  if (!/^image\//i.test(request.get('Content-Type') ?? '')) throw imageErrors.notAnImage();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > largestImage) throw imageErrors.tooLarge();
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

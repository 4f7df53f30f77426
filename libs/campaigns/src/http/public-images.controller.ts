import { Public } from '#lib/accounts';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { imageErrors } from '../campaigns.errors.js';
import { KeepImage } from '../use-cases/keep-image.js';

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Images as mails and web pages ask for them. The name is the hash, so nothing under it ever changes. */
@ApiExcludeController()
@Public()
@Controller('i')
export class PublicImagesController {
  constructor(private readonly images: KeepImage) {}

  @Get(':tenantSlug/:file')
  async show(
    @Param('tenantSlug') slug: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    const [, sha256, extension = ''] = /^([0-9a-f]{64})\.(png|jpg|gif|webp)$/.exec(file) ?? [];
    const type = types[extension];
    if (!sha256 || !type) throw imageErrors.notFound();
    const content = await this.images.show(slug, sha256, extension);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.type(type).send(content);
  }
}

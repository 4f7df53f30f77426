import { Public } from '#lib/accounts';
import { httpErrors } from '#platform/http';
import { Controller, Get, Head, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FollowLink } from '../use-cases/follow-link.js';
import { RecordOpen } from '../use-cases/record-open.js';

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Links and pixels of delivered mails. They count, and change nothing else; HEAD does not even count. */
@ApiExcludeController()
@Controller()
export class TrackingController {
  constructor(
    private readonly links: FollowLink,
    private readonly opens: RecordOpen,
  ) {}

  @Public()
  @Head('c/:token')
  look(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.redirect({ token, userAgent: undefined, count: false }, response);
  }

  @Public()
  @Get('c/:token')
  follow(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const userAgent = request.headers['user-agent'];
    return this.redirect({ token, userAgent, count: true }, response);
  }

  @Public()
  @Head('o/:file')
  lookAtPixel(@Res() response: Response): void {
    sendPixel(response);
  }

  @Public()
  @Get('o/:file')
  async open(
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.opens.execute(file.replace(/\.gif$/, ''), request.headers['user-agent']);
    sendPixel(response);
  }

  private async redirect(
    following: Parameters<FollowLink['execute']>[0],
    response: Response,
  ): Promise<void> {
    const target = await this.links.execute(following);
    if (target === undefined) throw httpErrors.notFound();
    response.setHeader('Cache-Control', 'no-store').redirect(302, target);
  }
}

/** Every pixel looks the same, ours or not: it tells a guesser nothing. */
const sendPixel = (response: Response): void => {
  response
    .type('gif')
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    .send(pixel);
};

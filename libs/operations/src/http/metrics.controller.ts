import { createHash, timingSafeEqual } from 'node:crypto';
import { Public } from '#lib/accounts';
import { Config } from '#platform/config';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Metrics } from '../metrics.js';
import { operationsErrors } from '../operations.errors.js';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** For Prometheus: with the token of METRICS_TOKEN, or from this very machine where none is set. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.admits(request)) throw operationsErrors.metricsClosed();
    const { type, text } = await this.metrics.show();
    response.setHeader('Cache-Control', 'no-store').type(type).send(text);
  }

  private admits(request: Request): boolean {
    const token = this.config.get('METRICS_TOKEN');
    if (token) {
      const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      return timingSafeEqual(sha256(given), sha256(token));
    }
    const isForwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
    const peer = request.socket.remoteAddress ?? '';
    return !isForwarded && /^(::ffff:)?127\.|^::1$/.test(peer);
  }
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Public } from '#lib/accounts';
import { httpErrors } from '#platform/http';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Challenge as AltchaChallenge } from 'altcha-lib';
import type { Response } from 'express';
import { Challenge } from '../use-cases/challenge.js';

const packageFile = createRequire(import.meta.url);
const widget = dirname(packageFile.resolve('altcha/external'));

/** The widget's files come out of its package; what starts it is ours, because the page allows no inline script. */
const files: Readonly<Record<string, string>> = {
  'widget.js': join(widget, 'altcha.min.js'),
  'worker.js': join(widget, '../workers/pbkdf2.js'),
  'start.js': join(import.meta.dirname, 'assets/start-challenge.js'),
};

@ApiExcludeController()
@Public()
@Controller()
export class ChallengeController {
  constructor(private readonly challenge: Challenge) {}

  @Get('altcha/challenge')
  @Header('Cache-Control', 'no-store')
  create(): Promise<AltchaChallenge> {
    return this.challenge.create();
  }

  @Get('assets/altcha/:file')
  file(@Res() response: Response, @Param('file') name: string): void {
    const path = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!path) throw httpErrors.notFound();
    response.sendFile(path, { maxAge: '1d', dotfiles: 'allow' });
  }
}

import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import type { HelmetOptions } from 'helmet';
import { Config } from '../config/index.js';
import { Log, NestLogger } from '../log/index.js';
import { contentPolicy } from './content-policy.js';
import { Pages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';
import { soundInput } from './sound-input.js';
import { validation } from './validation.js';

/** Builds the HTTP application: security headers, body limits, validation and problems as every route needs them. */
export const createHttpApp = async (
  module: Type | DynamicModule,
): Promise<NestExpressApplication> => {
  // Loaded here: processes that serve nothing take other things from this part.
  const { json, static: staticFiles, urlencoded } = await import('express');
  const { default: helmet } = await import('helmet');
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const config = app.get(Config);
  const log = app.get(Log);
  app.useLogger(new NestLogger(log));
  app.set('trust proxy', config.get('TRUST_PROXY'));
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(helmet(securityHeaders(config.publicUrl.startsWith('https:'))));
  app.use('/api', keptByNobody);
  app.use('/assets', staticFiles(`${import.meta.dirname}/assets`, { maxAge: '1d' }));
  const bodies = [json({ limit: '2mb' }), urlencoded({ extended: false, limit: '200kb' })];
  app.use(bodies.map(unlessUrlSaysAll), soundInput);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(log, app.get(Pages)));
  return app;
};

/** What the API says is for its caller and for now: no browser and no proxy on the way keeps a copy. @rfc 9111 §5.2.2.5 */
const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** A wish that the URL alone expresses is not refused for its body, whatever that is and says. @rfc 8058 §3.2 */
const unlessUrlSaysAll =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (request.path.startsWith('/one-click/')) next();
    else void handler(request, response, next);
  };

const securityHeaders = (https: boolean): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: contentPolicy,
  },
  strictTransportSecurity: https,
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginEmbedderPolicy: false,
});

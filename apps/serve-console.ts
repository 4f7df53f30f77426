import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Router, static as staticFiles } from 'express';
import type { RequestHandler, Response } from 'express';

const built = join(import.meta.dirname, '../console');

/**
 * Scripts come from us alone. Styles may stand in the page: previews of mails, which live by them, inherit this
 * policy in their sandboxed frames. Pictures come from us too, so that no preview calls a third party.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Serves the built console under /console. Its assets carry a hash in their names and are kept for ever; every
 * other path is a page of the console itself and gets index.html.
 */
export const serveConsole = (app: NestExpressApplication, folder: string = built): void => {
  if (!existsSync(join(folder, 'index.html'))) return;
  const assets = { index: false, fallthrough: false, immutable: true, maxAge: '1y' } as const;
  const routes = Router();
  routes.use('/assets', precompressed(folder), staticFiles(join(folder, 'assets'), assets));
  routes.use(staticFiles(folder, { index: false, maxAge: '1h' }));
  routes.get('/{*page}', (_request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  app.use('/console', routes);
};

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Takes the copy that the build compressed, where the browser reads it. */
const precompressed =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const type = types[request.path.split('.').at(-1) ?? ''];
    response.vary('Accept-Encoding');
    if (type !== undefined && request.acceptsEncodings('br') === 'br')
      takeCompressed(request, response, folder, type);
    next();
  };

const takeCompressed = (
  request: { url: string; path: string },
  response: Response,
  folder: string,
  type: string,
): void => {
  const copy = `${request.path}.br`;
  if (copy.includes('..') || !existsSync(join(folder, 'assets', copy))) return;
  request.url = copy;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Encoding', 'br');
};

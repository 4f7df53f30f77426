import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** The OpenAPI document of all /api routes. */
export const apiDocument = (app: NestExpressApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Hikyaku API')
      .setVersion('1')
      .setDescription(
        'Errors are problem+json (RFC 9457) with a stable `code`. Lists are read on with `cursor`. ' +
          'Editing needs `If-Match` with the ETag that was read; verbs that send take an `Idempotency-Key`.',
      )
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of the tenant' })
      .addCookieAuth('hikyaku_session')
      .build(),
  );

/** Serves the document and its reader at /api/docs. The reader draws with inline styles, hence its own policy. */
export const serveApiDocument = (app: NestExpressApplication): void => {
  app.use(
    '/api/docs',
    (_: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'",
      );
      next();
    },
  );
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/docs/openapi.json',
  });
};

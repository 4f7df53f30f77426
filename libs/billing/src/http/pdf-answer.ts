import { StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** A document to be shown or saved under its number. */
export const pdfAnswer = ({ number, bytes }: { number: string; bytes: Buffer }): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${number}.pdf"`,
    length: bytes.length,
  });

/** Describes such an answer. */
export const ApiPdf = (): MethodDecorator =>
  applyDecorators(
    ApiProduces('application/pdf'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

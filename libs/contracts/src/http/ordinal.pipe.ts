import { httpErrors } from '#platform/http';
import type { PipeTransform } from '@nestjs/common';

/** A place in a list, from 0; text that is none names nothing. */
export class OrdinalPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^\d{1,3}$/.test(text)) throw httpErrors.notFound();
    return Number(text);
  }
}

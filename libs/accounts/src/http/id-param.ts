import { isId } from '#lib/kernel';
import { httpErrors } from '#platform/http';
import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

const idPipe: PipeTransform<string, string> = {
  transform: (text) => {
    if (!isId(text)) throw httpErrors.notFound();
    return text.toLowerCase();
  },
};

/** An id in the path. Text that is no id names nothing, so it is answered like an id nobody has: 404. */
export const IdParam =
  (name: string): ParameterDecorator =>
  (target, key, index) => {
    if (key === undefined) throw new Error('IdParam is for the parameters of a route');
    Param(name, idPipe)(target, key, index);
    const route = Object.getOwnPropertyDescriptor(target, key);
    if (route) ApiParam({ name, type: String, format: 'uuid' })(target, key, route);
  };

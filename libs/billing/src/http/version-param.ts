import { httpErrors } from '#platform/http';
import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

const versionPipe: PipeTransform<string, number> = {
  transform: (text) => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw httpErrors.notFound();
    return Number(text);
  },
};

/** The number of a version in the path; anything else names nothing and is a 404. */
export const VersionParam = (): ParameterDecorator => (target, key, index) => {
  if (key === undefined) throw new Error('VersionParam is for the parameters of a route');
  Param('version', versionPipe)(target, key, index);
  const route = Object.getOwnPropertyDescriptor(target, key);
  if (route) ApiParam({ name: 'version', type: 'integer' })(target, key, route);
};

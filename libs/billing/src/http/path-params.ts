import { httpErrors } from '#platform/http';
import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

const checked =
  (name: string, read: (text: string) => unknown, about: object) =>
  (): ParameterDecorator =>
  (target, key, index) => {
    if (key === undefined) throw new Error('Path parameters are for the parameters of a route');
    const pipe: PipeTransform<string> = { transform: read };
    Param(name, pipe)(target, key, index);
    const route = Object.getOwnPropertyDescriptor(target, key);
    if (route) ApiParam({ name, ...about })(target, key, route);
  };

const readVersion = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw httpErrors.notFound();
  return Number(text);
};

/** The number of a version in the path; anything else names nothing and is a 404. */
export const VersionParam = checked('version', readVersion, { type: 'integer' });

/** A month in the path, `2026-07`, as text: the pipes of the whole program would try to validate a class. */
export const MonthParam = checked('month', (text) => text, { type: String, example: '2026-07' });

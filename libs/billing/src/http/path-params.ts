import type { YearMonth } from '#lib/kernel';
import { httpErrors } from '#platform/http';
import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { monthIn } from './read-dates.js';

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

const readMonth = (text: string): YearMonth => monthIn(text, 'month');

/** The number of a version in the path; anything else names nothing and is a 404. */
export const VersionParam = checked('version', readVersion, { type: 'integer' });

/** A month in the path, `2026-07`. */
export const MonthParam = checked('month', readMonth, { type: String, example: '2026-07' });

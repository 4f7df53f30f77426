import { httpErrors } from '#platform/http';
import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { dedicatedKinds } from '../domain/dedicated-address.js';
import type { DedicatedKind } from '../domain/dedicated-address.js';

const kindPipe: PipeTransform<string, DedicatedKind> = {
  transform: (text) => {
    const kind = dedicatedKinds.find((one) => one === text);
    if (!kind) throw httpErrors.notFound();
    return kind;
  },
};

/** `join` or `leave` in the path; anything else names nothing. */
export const KindParam = (): ParameterDecorator => Param('kind', kindPipe);

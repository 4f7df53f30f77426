import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDocument } from '../../apps/open-api.js';
import { sampleOf } from './sample.js';
import type { Schema, Schemas } from './sample.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type RouteAccess =
  | { readonly for: 'public' | 'signed-in' }
  | { readonly for: 'tenant' | 'operator'; readonly permission: string };

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { description: string; content?: object }>;
  readonly 'x-access'?: RouteAccess;
}

/** A route of the API as its document describes it. */
export interface ApiRoute {
  readonly method: Method;
  /** With `{placeholders}`. */
  readonly path: string;
  readonly access: RouteAccess | undefined;
  /** Names of the placeholders. */
  readonly ids: readonly string[];
  readonly operation: Operation;
  /** `GET /api/v1/…`, for people. */
  readonly title: string;
}

export interface Api {
  readonly document: OpenAPIObject;
  readonly routes: readonly ApiRoute[];
  /** A body that fits the route's DTO, with `id` wherever an id is asked for; undefined for none. */
  bodyFor(route: ApiRoute, id: string): object | undefined;
  /** The headers that the route demands. */
  headersFor(route: ApiRoute): Record<string, string>;
}

export const readApi = (app: NestExpressApplication): Api => {
  const document = apiDocument(app);
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<Method, Operation>).map(([method, operation]) => ({
      method: method as Method,
      path,
      access: operation['x-access'],
      ids: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      operation,
      title: `${method.toUpperCase()} ${path}`,
    })),
  );
  return {
    document,
    routes,
    bodyFor: ({ operation }, id) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return schema && (sampleOf(schema, schemas, id) as object);
    },
    headersFor: ({ operation }) =>
      Object.fromEntries(
        (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'header' && parameter.required)
          .map(({ name }) => [name, name === 'If-Match' ? '"v1"' : 'x']),
      ),
  };
};

/** The path with its placeholders filled. */
export const pathWith = (route: ApiRoute, ids: Readonly<Record<string, string>>): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`No ${name} for ${route.title}`);
    return id;
  });

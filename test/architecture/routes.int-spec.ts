import { readApi } from '#test/api-routes';
import type { Api } from '#test/api-routes';
import { startCalendarPlatform } from '#test/platform';
import type { Platform } from '#test/platform';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import { apiDocument } from '../../apps/open-api.js';

/** What a handler takes from the request, as Nest's decorators leave it behind. */
interface Argument {
  readonly from: 'body' | 'query' | 'param';
  /** The one property it picks out, if any. */
  readonly name: string | undefined;
  readonly type: unknown;
  readonly pipes: number;
}

interface Route {
  readonly title: string;
  readonly path: string;
  readonly accesses: readonly unknown[];
  readonly arguments: readonly Argument[];
}

type Handler = (...values: unknown[]) => unknown;

const places: Record<string, Argument['from']> = { 3: 'body', 4: 'query', 5: 'param' };
const accessKey = 'hikyaku:access';

let platform: Platform;
let routes: Route[];
let api: Api;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  const modules = [...platform.get(ModulesContainer).values()];
  routes = modules.flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      metatype ? routesOf(metatype as abstract new () => object) : [],
    ),
  );
  api = readApi(platform.app);
});

afterAll(() => platform.stop());

const routesOf = (controller: abstract new () => object): Route[] => {
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name] as Handler;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const ends = [controller, handler].map((x) => String(Reflect.getMetadata(PATH_METADATA, x)));
    const path = `/${ends.join('/')}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    return {
      title: `${RequestMethod[method]} ${path}`,
      path,
      accesses: [controller, handler]
        .map((x) => Reflect.getMetadata(accessKey, x) as unknown)
        .filter((access) => access !== undefined),
      arguments: argumentsOf(controller, name),
    };
  });
};

const argumentsOf = (controller: abstract new () => object, name: string): Argument[] => {
  const prototype = controller.prototype as object;
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as unknown[];
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: string; pipes?: unknown[] }
  >;
  return Object.entries(taken).flatMap(([key, { index, data, pipes = [] }]) => {
    const from = places[key.split(':')[0] ?? ''];
    return from ? { from, name: data, type: types[index], pipes: pipes.length } : [];
  });
};

/** A class of ours whose every field says how it is checked. */
const isDto = (type: unknown): boolean =>
  typeof type === 'function' &&
  getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).length > 0;

const titlesOf = (found: readonly Route[]): string[] => found.map(({ title }) => title);

/** Parts of paths that are no ids; their handlers check them, and bad-input.int-spec.ts tries them. */
const noIds = ['day', 'domain', 'host', 'name', 'number', 'relay', 'slug'];

describe('every route', () => {
  it('says exactly once who may call it', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(titlesOf(routes.filter(({ accesses }) => accesses.length !== 1))).toEqual([]);
  });

  it('takes bodies and queries as DTOs of ours, or hands each value to a check', () => {
    const loose = routes.filter((route) =>
      route.arguments.some(
        ({ from, name, type, pipes }) =>
          from !== 'param' && pipes === 0 && (name !== undefined || !isDto(type)),
      ),
    );
    expect(titlesOf(loose)).toEqual([]);
  });

  it('of the API checks each id of its path', () => {
    const loose = routes.filter(
      ({ path, arguments: taken }) =>
        path.startsWith('/api/') &&
        taken.some(
          ({ from, pipes, name }) => from === 'param' && !pipes && !noIds.includes(name ?? ''),
        ),
    );
    expect(titlesOf(loose)).toEqual([]);
  });

  it('that anybody may call stands on the list of public ones', () => {
    const open = api.routes.filter(({ access }) => access?.for === 'public');
    expect(open.map(({ title }) => title).sort()).toEqual([
      'GET /api/v1/catalogue',
      'GET /api/v1/prices',
      'GET /api/v1/terms/in-force',
      'POST /api/v1/applications',
      'POST /api/v1/applications/withdrawal',
      'POST /api/v1/invitations/accept',
      'POST /api/v1/invitations/show',
      'POST /api/v1/operator/session',
      'POST /api/v1/password-resets',
      'POST /api/v1/password-resets/complete',
      'POST /api/v1/session',
      'POST /api/v1/session/second-step',
      'POST /api/v1/session/second-step/passkey-options',
    ]);
  });
});

describe('the API document', () => {
  it('describes every route under /api', () => {
    const written = routes.filter(({ path }) => path.startsWith('/api/'));
    const described = api.routes.map(({ title }) => title.replaceAll(/\{(\w+)\}/g, ':$1'));
    expect(titlesOf(written).sort()).toEqual(described.sort());
  });

  it('sums each route up, and says who may call it and what success looks like', () => {
    const silent = api.routes.filter(({ operation, access }) => {
      const [[status, response] = []] = Object.entries(operation.responses);
      const shown = ['202', '204'].includes(status ?? '') || response?.content !== undefined;
      return !operation.summary || !access || !shown;
    });
    expect(silent.map(({ title }) => title)).toEqual([]);
  });

  it('gives each of its schemas a name of its own', () => {
    const warned = jest.spyOn(Logger, 'warn').mockImplementation(() => undefined);
    apiDocument(platform.app);
    const clashes = warned.mock.calls.flatMap(([text]) =>
      String(text).startsWith('Duplicate DTO') ? String(text).split('\n', 1) : [],
    );
    warned.mockRestore();
    expect(clashes).toEqual([]);
  });

  it('refers to nothing that it does not hold', () => {
    const names = new Set(Object.keys(api.document.components?.schemas ?? {}));
    const text = JSON.stringify(api.document);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
    expect(wanted.filter((name) => !names.has(name ?? ''))).toEqual([]);
  });
});

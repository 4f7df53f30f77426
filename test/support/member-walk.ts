import { aMember, testPassword } from '#lib/accounts/testing';
import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { AddressSearch } from './address-search.js';
import { pathWith } from './api-routes.js';
import type { Api, ApiRoute } from './api-routes.js';
import type { CalendarPlatform } from './platform.js';

type Fields = Readonly<Record<string, string>>;

/** Somebody who may ask: gives the credentials for one request, new ones when the last were refused. */
export interface Asker {
  readonly name: string;
  readonly credentials: (anew: boolean) => Promise<Fields>;
}

/** A new member of that role, with a session of its own. */
export const memberAsking = async (
  platform: CalendarPlatform,
  tenant: { tenantId: TenantId; slug: string },
  role: 'owner' | 'editor' | 'viewer',
): Promise<Asker> => {
  const { email } = await aMember(platform, { ...tenant, role });
  const signIn = async (before: Fields): Promise<Fields> => {
    const answer = await fetch(`${platform.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: testPassword, tenant: tenant.slug }),
    });
    if (answer.status !== 200) return before;
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const [cookie = ''] = answer.headers.getSetCookie();
    return { Cookie: cookie.split(';', 1)[0] ?? '', 'X-CSRF-Token': csrfToken };
  };
  let session = await signIn({});
  return {
    name: role,
    credentials: async (anew) => (session = anew ? await signIn(session) : session),
  };
};

/** What one request takes besides the caller. */
interface Wish {
  readonly route: ApiRoute;
  readonly path: string;
  readonly body?: string | undefined;
  /** Of the body: JSON unless said otherwise. */
  readonly type?: string | undefined;
}

interface WalkOptions {
  readonly platform: CalendarPlatform;
  readonly api: Api;
  readonly search: AddressSearch;
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Values of body fields whose meaning must be right. */
  readonly meaningful: Readonly<Record<string, unknown>>;
  /** More bodies for some routes, by title. */
  readonly bodies: Readonly<Record<string, readonly object[]>>;
  /** Of routes that take files, by the type of these. */
  readonly files: Readonly<Record<string, string>>;
}

const badIds = ['x', '00000000-0000-7000-8000-000000000000', "'%20OR%20''='"];
const badBodies = ['[]', '{', '{"surprise":1}', '"text"', 'null'];

const severalAtOnce = async <T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
};

/** Walks the API as one asker or many and looks for addresses in all bytes that come back. */
export class MemberWalk {
  requests = 0;
  /** Routes with the statuses that anybody got. */
  readonly statuses = new Map<string, Set<number>>();

  constructor(private readonly options: WalkOptions) {}

  /** Each route with every id of the tenant, bodies that fit, and values for its query. */
  async well(asker: Asker, routes: readonly ApiRoute[]): Promise<void> {
    for (const route of routes)
      for (const path of this.paths(route))
        for (const body of this.bodiesFor(route)) await this.ask(asker, { route, path, ...body });
  }

  /** The same of routes that change nothing, several at once. */
  async reading(asker: Asker, routes: readonly ApiRoute[]): Promise<void> {
    await severalAtOnce(routes, (route) => this.well(asker, [route]));
  }

  /** Each route with ids that nobody has or that are none, and bodies that fit nothing. */
  async badly(asker: Asker, routes: readonly ApiRoute[]): Promise<void> {
    await severalAtOnce(routes, async (route) => {
      const [right = ''] = this.paths(route);
      for (const id of route.ids.length > 0 ? badIds : [])
        await this.ask(asker, {
          route,
          path: pathWith(route, Object.fromEntries(route.ids.map((name) => [name, id]))),
          ...this.bodiesFor(route)[0],
        });
      if (route.method === 'get')
        await this.ask(asker, { route, path: `${right}?cursor=x&limit=0` });
      else if (route.operation.requestBody && route.method !== 'delete')
        for (const body of badBodies) await this.ask(asker, { route, path: right, body });
    });
  }

  private paths(route: ApiRoute): string[] {
    const { ids, platform } = this.options;
    const [first = '', ...others] = route.ids;
    const nobodys = newId(platform.clock.now());
    const rest = Object.fromEntries(others.map((name) => [name, ids[name]?.[0] ?? '1']));
    const paths = (route.ids.length > 0 ? (ids[first] ?? [nobodys]) : ['']).map((id) =>
      pathWith(route, { ...rest, [first]: id }),
    );
    const queries = (route.operation.parameters ?? []).some(({ name }) => name === 'limit')
      ? ['', '?limit=200']
      : [''];
    return paths.flatMap((path) => queries.map((query) => path + query));
  }

  private bodiesFor(route: ApiRoute): Pick<Wish, 'body' | 'type'>[] {
    const { api, ids, meaningful, bodies, files } = this.options;
    const types = Object.keys(route.operation.requestBody?.content ?? {});
    const sample = api.bodyFor(route, ids['newsletterId']?.[0] ?? '');
    if (!sample) {
      const sent = types.filter((type) => type in files);
      return sent.length > 0 ? sent.map((type) => ({ type, body: files[type] })) : [{}];
    }
    const right: Readonly<Record<string, unknown>> = Object.fromEntries(
      Object.entries(sample).map(([name, value]): [string, unknown] => [
        name,
        meaningful[name] ?? value,
      ]),
    );
    return [right, ...(bodies[route.title] ?? [])].map((body) => ({
      body: JSON.stringify(body),
    }));
  }

  private async ask(
    asker: Asker,
    { route, path, body, type = 'application/json' }: Wish,
  ): Promise<void> {
    const { platform, search } = this.options;
    const send = async (anew: boolean): Promise<Response> =>
      fetch(platform.url + path, {
        method: route.method.toUpperCase(),
        redirect: 'manual',
        headers: {
          ...this.options.api.headersFor(route),
          ...(body !== undefined && { 'Content-Type': type }),
          'Idempotency-Key': `walk-${this.requests}`,
          ...(await asker.credentials(anew)),
        },
        ...(body !== undefined && { body }),
      });
    this.requests += 1;
    const first = await send(false);
    const isOver = first.status === 401 && route.access?.for !== 'public';
    const answer = isOver ? await send(true) : first;
    const place = `${asker.name} ${route.title} ${answer.status}`;
    search.in(place, [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'));
    search.in(place, new Uint8Array(await answer.arrayBuffer()));
    const statuses = this.statuses.get(route.title) ?? new Set();
    this.statuses.set(route.title, statuses.add(answer.status));
  }
}

import createClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import { accessReasonFor } from './access-reason.js';
import { queries } from './queries.js';
import { ApiProblem } from './problem.js';
import type { components, paths } from './schema.gen.js';

/** A view or a DTO by its name in the API document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

let csrfToken = '';

/** The token of the session; every request that changes something carries it. */
export const keepCsrfToken = (token: string): void => {
  csrfToken = token;
};

const ours: Middleware = {
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', document.documentElement.lang);
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
    const reason = accessReasonFor(request.url);
    if (reason !== null) request.headers.set('Access-Reason', encodeURIComponent(reason));
    return request;
  },
  onResponse: ({ response, schemaPath }) => {
    // The session has ended elsewhere: the gate of the area leads to the sign-in page.
    if (response.status === 401 && schemaPath !== '/api/v1/me' && !schemaPath.includes('/session'))
      queries.setQueryData(['session'], null);
  },
};

/** The API, typed by its own document. Hand the promise to `read` or `readVersion`. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // An ETag of ours names the version that is edited, not every byte of the answer.
  cache: 'no-store',
});
api.use(ours);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer. @throws ApiProblem */
export const read = async <T>(answer: Promise<Answer<T>>): Promise<T> =>
  (await checked(answer)).data as T;

/** The body with the ETag to give back as `If-Match`. @throws ApiProblem */
export const readVersion = async <T>(
  answer: Promise<Answer<T>>,
): Promise<{ value: T; etag: string }> => {
  const { data, response } = await checked(answer);
  return { value: data as T, etag: response.headers.get('etag') ?? '' };
};

const checked = async <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> => {
  const got = await answer;
  if (!got.response.ok) throw new ApiProblem(got.response.status, got.error);
  return got;
};

/** For verbs that send or charge: a repeated click or a lost answer does the work once. */
export const idempotencyKey = (): string => crypto.randomUUID();

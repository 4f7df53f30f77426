export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, otherwise text; undefined when empty. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies and assert what is there
  readonly body: any;
}

type Send = (
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<TestAnswer>;

/** Speaks HTTP to an application: JSON both ways, with the credentials of one caller. */
export interface TestClient {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<TestAnswer>;
  readonly post: Send;
  readonly put: Send;
  readonly patch: Send;
  readonly delete: Send;
}

type Credentials = () => Promise<Readonly<Record<string, string>>>;

const send = async (
  url: string,
  method: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<TestAnswer> => {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body && { 'Content-Type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const parsed: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: parsed };
};

const client = (base: string, credentials: Credentials): TestClient => {
  const request =
    (method: string): Send =>
    async (path, body, headers = {}) =>
      send(`${base}${path}`, method, body, { ...(await credentials()), ...headers });
  return {
    get: (path, headers) => request('GET')(path, undefined, headers),
    post: request('POST'),
    put: request('PUT'),
    patch: request('PATCH'),
    delete: request('DELETE'),
  };
};

/** A client without a session; `headers` go with each request. */
export const anonymousClient = (
  base: string,
  headers: Readonly<Record<string, string>> = {},
): TestClient => client(base, () => Promise.resolve(headers));

/** A client that signs in at its first request and then sends the session's cookie and CSRF token. */
export const testClient = (base: string, route: string, credentials: object): TestClient => {
  let session: Promise<Readonly<Record<string, string>>> | undefined;
  const signIn = async (): Promise<Readonly<Record<string, string>>> => {
    const { status, headers, body } = await send(`${base}${route}`, 'POST', credentials, {});
    if (status !== 200) throw new Error(`Sign-in was answered with ${status}`);
    const cookie = headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const { csrfToken } = body as { csrfToken: string };
    return { Cookie: cookie, 'X-CSRF-Token': csrfToken };
  };
  return client(base, () => (session ??= signIn()));
};

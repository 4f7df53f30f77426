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

type Fields = Readonly<Record<string, string>>;

const send = async (
  url: string,
  method: string,
  body: object | undefined,
  headers: Fields,
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

type Exchange = (
  method: string,
  path: string,
  body: object | undefined,
  headers: Fields,
) => Promise<TestAnswer>;

const client = (exchange: Exchange): TestClient => {
  const by =
    (method: string): Send =>
    (path, body, headers = {}) =>
      exchange(method, path, body, headers);
  return {
    get: (path, headers = {}) => exchange('GET', path, undefined, headers),
    post: by('POST'),
    put: by('PUT'),
    patch: by('PATCH'),
    delete: by('DELETE'),
  };
};

/** A client without a session; `always` goes with each request. */
export const anonymousClient = (base: string, always: Fields = {}): TestClient =>
  client((method, path, body, headers) =>
    send(`${base}${path}`, method, body, { ...always, ...headers }),
  );

/**
 * A client that signs in at its first request, and again when its session is over because a movable clock went on,
 * and sends the session's cookie and CSRF token.
 */
export const testClient = (base: string, route: string, credentials: object): TestClient => {
  let session: Promise<Fields> | undefined;
  const signIn = async (): Promise<Fields> => {
    const answer = await send(`${base}${route}`, 'POST', credentials, {});
    if (answer.status !== 200) throw new Error(`Sign-in was answered with ${answer.status}`);
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken: string };
    return { Cookie: cookie, 'X-CSRF-Token': csrfToken };
  };
  return client(async (method, path, body, headers) => {
    const ask = async (): Promise<TestAnswer> =>
      send(`${base}${path}`, method, body, { ...(await (session ??= signIn())), ...headers });
    const used = session;
    const answer = await ask();
    if (answer.status !== 401 || !used) return answer;
    if (session === used) session = undefined;
    session ??= signIn();
    const isGone = await session.then(
      () => false,
      () => true,
    );
    return isGone ? answer : ask(); // who may sign in no more gets the refusal that it met
  });
};

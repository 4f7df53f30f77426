import { readEnvironment } from './read-environment.js';
import * as v from './variable.js';

/** Every variable the platform reads; docs/operations.md describes each for people. */
const variables = {
  PORT: v.port(3000),
  HOST: v.text('127.0.0.1'),
  PUBLIC_URL: v.urlOf('http', 'https')(),
  TRUST_PROXY: v.whole(0, 10)(0),
  DATA_DIR: v.text('data'),
  KEYS_DIR: v.text(''),
  DATABASE_URL: v.urlOf('postgres', 'postgresql')(),
  LOGIN_ROLE_PASSWORD: v.text(),
  MIGRATION_DATABASE_URL: v.urlOf('postgres', 'postgresql')(),
  DATABASE_POOL: v.whole(2, 200)(10),
  QUEUE_URL: v.urlOf('redis', 'rediss', 'postgres', 'postgresql')(),
  QUEUE_PREFIX: v.text('hikyaku'),
  SMTP_URL: v.relays(),
  SMTP_CONNECTIONS: v.whole(1, 500)(20),
  SMTP_OAUTH_URL: v.text(''),
  SMTP_OAUTH_CLIENT_ID: v.text(''),
  SMTP_OAUTH_CLIENT_SECRET: v.text(''),
  SMTP_OAUTH_REFRESH_TOKEN: v.text(''),
  MAIL_DOMAIN: v.domainName('mail.hikyaku.test'),
  DNS_SERVERS: v.addresses([]),
  DKIM_KEY_FILE: v.text(''),
  DKIM_SELECTOR: v.text('hikyaku'),
  INBOUND_HOST: v.text('127.0.0.1'),
  INBOUND_PORT: v.port(2525),
  INBOUND_PROTOCOL: v.oneOf('smtp', 'lmtp')('smtp'),
  INBOUND_TLS_CERT_FILE: v.text(''),
  INBOUND_TLS_KEY_FILE: v.text(''),
  INBOUND_TRUSTED: v.addresses([]),
  INBOUND_CLIENT_CONNECTIONS: v.whole(1, 1_000)(20),
  INBOUND_NETWORK_CONNECTIONS: v.whole(1, 1_000)(60),
  INBOUND_CLIENT_RATE: v.whole(1, 1_000_000)(600),
  INBOUND_CONVERSATION_SECONDS: v.whole(1, 86_400)(900),
  CLAMAV_SOCKET: v.text(''),
  CLAMAV_TIMEOUT_MS: v.whole(100, 600_000)(20_000),
  MAILBOX_PORT: v.port(1025),
  SECRET_KEY: v.secret(),
  BOUNCE_SETTLE_HOURS: v.whole(0, 24 * 30)(72),
  METRICS_TOKEN: v.text(''),
  OPERATORS_NEED_SECOND_FACTOR: v.flag(false),
  WEBHOOKS_TO_PRIVATE_NETWORKS: v.flag(false),
  DEMO: v.flag(true),
  LOG_LEVEL: v.oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')('info'),
};

type Settings = typeof variables;
type Value<V> = V extends v.Variable<infer T> ? T : never;

/** Variables without which no process can work; `standalone` fills them in by itself. */
type Needed = 'DATABASE_URL' | 'QUEUE_URL' | 'SMTP_URL' | 'SECRET_KEY' | 'PUBLIC_URL';

type Unset = Needed | 'MIGRATION_DATABASE_URL' | 'LOGIN_ROLE_PASSWORD';

/** What the environment says, validated and frozen; a variable that may stay unset is undefined. */
export type Environment = {
  readonly [K in keyof Settings]: Value<Settings[K]> | (K extends Unset ? undefined : never);
};

/** The settings of a running process: an injection token and a frozen value. */
export class Config {
  constructor(private readonly values: Environment) {
    Object.freeze(this);
  }

  /** @throws ConfigProblem when a needed variable was given nowhere */
  get<K extends keyof Environment>(name: K): NonNullable<Environment[K]> {
    const value = this.values[name];
    if (value === undefined) throw new ConfigProblem([`${name} is not set`]);
    return value;
  }

  /** The public address of the platform without a trailing slash. */
  get publicUrl(): string {
    return this.get('PUBLIC_URL').replace(/\/+$/, '');
  }
}

/** Names every wrong variable at once, one sentence each, never a value. */
export class ConfigProblem extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/**
 * Reads and validates the environment.
 * @param preferred what this kind of process takes for unset variables, as their texts
 * @throws ConfigProblem naming every wrong variable
 */
export const loadEnvironment = (
  env: NodeJS.ProcessEnv = process.env,
  preferred: Readonly<Record<string, string>> = {},
): Environment => {
  const { values, problems } = readEnvironment(variables, env, preferred);
  if (problems.length > 0) throw new ConfigProblem(problems);
  return Object.freeze(values) as Environment;
};

/** Fails with every missing variable at once, for a process that fills in none by itself. */
export const requireAll = (environment: Environment, names: readonly Needed[]): Config => {
  const missing = names.filter((name) => environment[name] === undefined);
  if (missing.length > 0) throw new ConfigProblem(missing.map((name) => `${name} is not set`));
  return new Config(environment);
};

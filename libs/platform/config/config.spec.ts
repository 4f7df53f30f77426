import { describe, expect, it } from '@jest/globals';
import { Config, ConfigProblem, loadEnvironment, requireAll } from './config.js';

describe('loadEnvironment', () => {
  it('gives defaults and leaves what must be given unset', () => {
    const environment = loadEnvironment({});
    expect([environment.PORT, environment.DATABASE_URL]).toEqual([3000, undefined]);
  });

  it('names every wrong variable at once and shows no value', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://u:hunter2@x', SECRET_KEY: 'short' };
    expect(() => loadEnvironment(wrong)).toThrow(
      new ConfigProblem([
        'PORT must be a port number from 0 to 65535',
        'DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
        'SECRET_KEY must be at least 32 random bytes in hexadecimal or base64url',
      ]),
    );
  });

  it.each([
    ['192.0.2.53', ['192.0.2.53']],
    ['192.0.2.53:5353, 2001:db8::53,[::1]:53', ['192.0.2.53:5353', '2001:db8::53', '[::1]:53']],
    ['', []],
  ])('reads the addresses of %j', (text, expected) => {
    expect(loadEnvironment({ DNS_SERVERS: text }).DNS_SERVERS).toEqual(expected);
  });

  it.each(['dns.example.jp', '192.0.2.53:0', '192.0.2.53:70000', '[::1]', '1.2.3'])(
    'takes %s for no address',
    (text) => {
      expect(() => loadEnvironment({ DNS_SERVERS: text })).toThrow(/^DNS_SERVERS must be a list/);
    },
  );

  it('takes what a process prefers where nothing is set, and nowhere else', () => {
    const level = (env: NodeJS.ProcessEnv): string =>
      loadEnvironment(env, { LOG_LEVEL: 'warn' }).LOG_LEVEL;
    expect([level({}), level({ LOG_LEVEL: 'debug' })]).toEqual(['warn', 'debug']);
  });

  it('takes an empty variable for an unset one', () => {
    expect(loadEnvironment({ PORT: ' ' }).PORT).toBe(3000);
  });
});

describe('requireAll', () => {
  it('names all missing variables in one go', () => {
    expect(() => requireAll(loadEnvironment({}), ['DATABASE_URL', 'SMTP_URL'])).toThrow(
      new ConfigProblem(['DATABASE_URL is not set', 'SMTP_URL is not set']),
    );
  });

  it('gives a config whose public address has no trailing slash', () => {
    const config = requireAll(loadEnvironment({ PUBLIC_URL: 'https://mail.example.jp/' }), []);
    expect(config).toBeInstanceOf(Config);
    expect(config.publicUrl).toBe('https://mail.example.jp');
  });
});

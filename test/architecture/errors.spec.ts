import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessError } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';

const libs = join(import.meta.dirname, '../../libs');

/** Fills any place of a text; some errors say whole sentences that their caller hands in. */
const anyParams = new Proxy(
  {},
  {
    getOwnPropertyDescriptor: () => ({ configurable: true }),
    get: (_, name) => (name === 'ja' ? '理由' : 'reason'),
  },
);

type Maker = (details: object) => BusinessError;

const isMaker = (value: unknown): value is Maker => typeof value === 'function';

/** Every error that a library defines, made once. */
const errorsIn = async (file: string): Promise<BusinessError[]> => {
  const exported = (await import(join(libs, file))) as Record<string, object>;
  return Object.values(exported)
    .flatMap((definitions) => Object.values(definitions) as unknown[])
    .filter(isMaker)
    .map((make) => make({ params: anyParams }));
};

const files = readdirSync(libs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.errors.ts'))
  .filter((file) => readFileSync(join(libs, file), 'utf8').includes('defineErrors('))
  .sort();

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('the refusals of the platform', () => {
  it('are defined in every library that refuses anything', () => {
    expect(files.map((file) => file.split('/')[0])).toEqual(
      expect.arrayContaining(['accounts', 'campaigns', 'contracts', 'platform', 'subscribers']),
    );
  });

  it.each(files)('%s: each says what is wrong in Japanese and in English', async (file) => {
    const errors = await errorsIn(file);
    const silent = errors.filter(
      ({ texts: { ja, en } }) => !japanese.test(ja) || japanese.test(en) || !/[a-z]{2}/.test(en),
    );
    expect(errors).not.toEqual([]);
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it.each(files)(
    '%s: each code is one word of ours, a dot, and the problem in words',
    async (file) => {
      const codes = (await errorsIn(file)).map(({ code }) => code);
      expect(codes.filter((code) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
    },
  );
});

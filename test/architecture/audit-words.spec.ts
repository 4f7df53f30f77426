import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const texts = JSON.parse(
  readFileSync(join(root, 'apps/console/src/ui/audit/texts.ja.json'), 'utf8'),
) as Readonly<Record<'thing' | 'deed', Readonly<Record<string, string>>>>;

/** Deeds that the libraries write into the trail by name. */
const deeds = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !/spec\.ts$|testing/.test(file))
  .map((file) => readFileSync(join(root, 'libs', file), 'utf8'))
  .filter((code) => /audit/i.test(code))
  .flatMap((code) => [...code.matchAll(/\baction: '([a-z-]+)\.([a-z-]+)'/g)]);

it('the console has words for every deed in the trail', () => {
  expect(deeds.length).toBeGreaterThan(80);
  expect(
    deeds
      .filter(([, thing = '', deed = '']) => !(thing in texts.thing && deed in texts.deed))
      .map(([, thing, deed]) => `${thing ?? ''}.${deed ?? ''}`),
  ).toEqual([]);
});

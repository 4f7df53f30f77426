import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const plan = JSON.parse(readFileSync(join(root, 'floor-plan.json'), 'utf8')) as Record<
  string,
  string[]
>;
const built = readdirSync(join(root, 'libs')).sort();

/** The libraries above which this one stands, however far down. */
const below = (lib: string): string[] => {
  const direct = plan[lib] ?? [];
  return [...direct, ...direct.flatMap(below)];
};

describe('the floor plan', () => {
  it('has a place for every library that is built', () => {
    expect(built.filter((lib) => !(lib in plan))).toEqual([]);
  });

  it('names no library that has no place of its own', () => {
    const named = Object.values(plan).flat();
    expect(named.filter((lib) => !(lib in plan))).toEqual([]);
  });

  it('has no library above itself', () => {
    const sorted = new Set<string>();
    const left = new Set(Object.keys(plan));
    for (let before = -1; left.size !== before;) {
      before = left.size;
      for (const lib of left) {
        if ((plan[lib] ?? []).every((under) => sorted.has(under))) {
          sorted.add(lib);
          left.delete(lib);
        }
      }
    }
    expect([...left]).toEqual([]);
  });

  it('stands everything on platform and kernel, and platform on kernel alone', () => {
    const { kernel, platform } = plan;
    const loose = Object.keys(plan).filter(
      (lib) => lib !== 'kernel' && lib !== 'platform' && !below(lib).includes('platform'),
    );
    expect({ kernel, platform, loose }).toEqual({ kernel: [], platform: ['kernel'], loose: [] });
  });

  it('is told to people: the description of the house names the libraries that are built', () => {
    const house = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const rows = [...house.matchAll(/^\| ([a-z]+) +\| /gm)].map(([, lib]) => lib);
    expect(built.filter((lib) => !rows.includes(lib))).toEqual([]);
  });

  it.each(built.filter((lib) => lib !== 'platform'))(
    '%s says on one page what it promises',
    (lib) => {
      const page = readFileSync(join(root, 'libs', lib, 'README.md'), 'utf8');
      expect(page.length).toBeGreaterThan(500);
    },
  );
});

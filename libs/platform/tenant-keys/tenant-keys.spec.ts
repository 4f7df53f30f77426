import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asTenantId } from '#lib/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventually } from '#test/eventually';
import { Secrets } from '../secrets/index.js';
import { KeyFolder } from './key-folder.js';
import { TenantKey } from './tenant-key.js';
import { TenantKeys } from './tenant-keys.js';

const tenant = asTenantId('01920000-0000-7000-8000-000000000001');
const neighbour = asTenantId('01920000-0000-7000-8000-000000000002');
const owner = 'row 1';
const text = Buffer.from('taro@example.jp');
let home: string;
let folder: string;

/** Another process on the same folder. */
const keys = (rememberMs?: number, secret = 7): TenantKeys =>
  new TenantKeys(new KeyFolder(folder, new Secrets(Buffer.alloc(32, secret))), rememberMs);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hikyaku-keys-'));
  folder = join(home, 'keys');
});

afterEach(() => rm(home, { recursive: true, force: true }));

describe('the key of a tenant', () => {
  it('opens what it sealed, never looks the same twice, and finds equal texts', async () => {
    const key = await keys().open(tenant);
    const boxes = [key.seal('address', owner, text), key.seal('address', owner, text)];
    expect(boxes.map((box) => key.unseal('address', owner, box))).toEqual([text, text]);
    expect(boxes[0]).not.toEqual(boxes[1]);
    expect(key.index('address-index', 'a')).toEqual(key.index('address-index', 'a'));
    expect(key.index('address-index', 'a')).not.toEqual(key.index('field-index', 'a'));
  });

  it('opens nothing for another row, purpose or tenant, and nothing that was changed', async () => {
    const key = await keys().open(tenant);
    const other = await keys().open(neighbour);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), (bytes, where) => {
        const box = key.seal('address', owner, bytes);
        const flipped = Buffer.from(box);
        const place = where % box.length;
        flipped.writeUInt8(box.readUInt8(place) ^ (1 << (where % 8)), place);
        expect(key.unseal('address', owner, box)).toEqual(Buffer.from(bytes));
        for (const attempt of [
          () => key.unseal('address', 'row 2', box),
          () => key.unseal('fields', owner, box),
          () => other.unseal('address', owner, box),
          () => key.unseal('address', owner, flipped),
          () => key.unseal('address', owner, box.subarray(0, 27)),
        ])
          expect(attempt).toThrow();
      }),
    );
    expect(key.index('address-index', 'a')).not.toEqual(other.index('address-index', 'a'));
  });

  it('is the same for everybody, even when many ask for the first time at once', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => keys().open(tenant)));
    const hashes = new Set(opened.map((key) => key.index('address-index', 'a').toString('hex')));
    expect([hashes.size, await readdir(folder)]).toEqual([1, [`${tenant}.key`]]);
  });

  it('rests wrapped, for its owner only', async () => {
    const box = await keys().seal(tenant, 'address', owner, text);
    const path = join(folder, `${tenant}.key`);
    const modes = await Promise.all([stat(folder), stat(path)]);
    const bytes = Buffer.from(await readFile(path, 'utf8'), 'base64url');
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
    for (let start = 0; start + 32 <= bytes.length; start++)
      expect(() =>
        new TenantKey(bytes.subarray(start, start + 32)).unseal('address', owner, box),
      ).toThrow();
    await expect(keys(5_000, 8).open(tenant)).rejects.toThrow();
  });
});

describe('a destroyed key', () => {
  it('is gone for every process once it forgot, and no new one is made', async () => {
    const [here, there, later] = [keys(), keys(20), keys()];
    const box = await here.seal(tenant, 'address', owner, text);
    expect(await there.unseal(tenant, 'address', owner, box)).toEqual(text);
    expect([await here.destroy(tenant), await here.destroy(tenant)]).toEqual([true, false]);
    const refused = { code: 'keys.destroyed' };
    await expect(here.open(tenant)).rejects.toMatchObject(refused);
    await expect(later.index(tenant, 'address-index', 'a')).rejects.toMatchObject(refused);
    await eventually(() => expect(there.open(tenant)).rejects.toMatchObject(refused));
    expect([await readdir(folder), await here.knows(tenant), await here.knows(neighbour)]).toEqual([
      [`${tenant}.destroyed`],
      true,
      false,
    ]);
    expect(await here.open(neighbour)).toBeInstanceOf(TenantKey);
  });

  it('does not come back with a backup of the folder', async () => {
    await keys().open(tenant);
    const backup = await readFile(join(folder, `${tenant}.key`));
    await keys().destroy(tenant);
    await writeFile(join(folder, `${tenant}.key`), backup);
    await expect(keys().open(tenant)).rejects.toMatchObject({ code: 'keys.destroyed' });
    expect(await readdir(folder)).toEqual([`${tenant}.destroyed`]);
  });

  it('bars a tenant that never had one', async () => {
    expect(await keys().destroy(tenant)).toBe(false);
    await expect(keys().open(tenant)).rejects.toMatchObject({ code: 'keys.destroyed' });
  });
});

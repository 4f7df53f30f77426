import { createHash } from 'node:crypto';
import { hashNeedles, plainNeedles, prefixLength, prefixOf } from './address-search/needles.js';
import type { Needle } from './address-search/needles.js';
import { viewsOf } from './address-search/views.js';

export interface Found extends Needle {
  /** Where it stood. */
  readonly place: string;
}

/** Looks for addresses in whatever bytes, in every form in which somebody could read them out again. */
export class AddressSearch {
  readonly found: Found[] = [];
  bytes = 0;
  private readonly plain: ReadonlyMap<string, Needle>;
  private readonly hashes: ReadonlyMap<string, Needle>;
  private readonly anyPlain: RegExp;
  private readonly seen = new Map<string, readonly Needle[]>();

  constructor(addresses: readonly string[]) {
    this.plain = new Map(addresses.flatMap(plainNeedles));
    this.hashes = new Map(addresses.flatMap(hashNeedles));
    const texts = [...this.plain.keys()].map((text) => text.replaceAll(/[^\w@]/g, '\\$&'));
    this.anyPlain = new RegExp(texts.join('|'), 'g');
  }

  /** Gives what was found in these bytes and adds it to `found`. */
  in(place: string, bytes: Uint8Array | string): Found[] {
    const buffer = Buffer.from(bytes as Uint8Array);
    this.bytes += buffer.length;
    const digest = createHash('sha1').update(buffer).digest('hex');
    const needles = this.seen.get(digest) ?? this.look(buffer);
    this.seen.set(digest, needles);
    const found = needles.map((needle) => ({ place, ...needle }));
    this.found.push(...found);
    return found;
  }

  private look(bytes: Buffer): Needle[] {
    const met = new Set<Needle | undefined>();
    for (const view of viewsOf(bytes))
      for (const [text] of view.matchAll(this.anyPlain)) met.add(this.plain.get(text));
    for (const needle of this.hashesIn(bytes.toString('latin1'))) met.add(needle);
    return [...met].filter((needle) => needle !== undefined);
  }

  private *hashesIn(text: string): Iterable<Needle | undefined> {
    for (const [run] of text.replaceAll(/\r?\n[ \t]?/g, '').matchAll(/[\w+/-]{16,}/g))
      for (let start = 0; start + prefixLength <= run.length; start++) {
        const window = prefixOf(run.slice(start));
        yield this.hashes.get(window) ?? this.hashes.get(window.toLowerCase());
      }
  }
}

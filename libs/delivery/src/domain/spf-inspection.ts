import type { FindTxt } from './dns-answer.js';

/** How an SPF record looks to a receiver that has to go through all of it. */
export interface SpfInspection {
  readonly state:
    | 'ok'
    | 'none'
    /** Two records at one name: receivers take neither. */
    | 'several'
    | 'broken'
    | 'too-many-lookups'
    | 'unsure';
  /** The record at the domain itself. */
  readonly record: string | undefined;
  /** Terms that make a receiver ask the DNS; more than ten are an error. */
  readonly lookups: number;
  /** Domains whose senders it lets in, at any depth. */
  readonly includes: readonly string[];
}

/** @rfc 7208 §4.6.4 */
const mostLookups = 10;
const asking = ['include', 'a', 'mx', 'ptr', 'exists'];
const silent = ['all', 'ip4', 'ip6'];

type State = SpfInspection['state'];

/**
 * Follows includes and redirects as a receiver does whose sender matches nothing on the way, the longest way there is.
 * Names that contain macros depend on the mail and are counted, not followed.
 */
export const inspectSpf = async (domain: string, find: FindTxt): Promise<SpfInspection> => {
  const includes: string[] = [];
  let lookups = 0;

  const follow = async (target: string): Promise<State> => {
    if (target.includes('%')) return 'ok';
    includes.push(target.toLowerCase());
    const { state } = await read(target);
    return state === 'none' ? 'broken' : state; // what an include points at must have a record
  };

  const read = async (name: string): Promise<{ state: State; record?: string }> => {
    const answer = await find(name);
    if (answer.kind === 'failed') return { state: 'unsure' };
    const records = answer.kind === 'none' ? [] : answer.values.filter(isSpf);
    const [record] = records;
    if (record === undefined) return { state: 'none' };
    if (records.length > 1) return { state: 'several' };
    return { state: await readTerms(record), record };
  };

  const readTerms = async (record: string): Promise<State> => {
    const terms = record.trim().split(/ +/).slice(1).map(readTerm);
    const hasAll = terms.some((term) => term?.name === 'all');
    for (const term of terms) {
      if (!term) return 'broken';
      const followed = term.name === 'include' || (term.name === 'redirect' && !hasAll);
      if (!followed && !asking.includes(term.name)) continue;
      if (++lookups > mostLookups) return 'too-many-lookups';
      const state = followed ? await follow(term.target) : 'ok';
      if (state !== 'ok') return state === 'several' ? 'broken' : state;
    }
    return 'ok';
  };

  const { state, record } = await read(domain);
  return { state, record, lookups, includes };
};

const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text);

/** Undefined for a term that receivers call a syntax error. @rfc 7208 §4.6.1, §12 */
const readTerm = (term: string): { name: string; target: string } | undefined => {
  const modifier = /^([a-z][\w.-]*)=(.*)$/i.exec(term);
  const [, name = '', target = ''] =
    modifier ?? /^[+?~-]?([a-z]\w*)(?::([^/]+))?(?:\/.*)?$/i.exec(term) ?? [];
  const known = name.toLowerCase();
  if (modifier) return { name: known === 'redirect' ? 'redirect' : 'modifier', target };
  const needsTarget = known === 'include' || known === 'exists';
  if (![...asking, ...silent].includes(known) || (needsTarget && target === '')) return undefined;
  return { name: known, target };
};

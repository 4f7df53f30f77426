import type { AddressProblem } from './address-problems.js';
import { readMailDomain } from './mail-domain.js';
import { allowsOddDots, isMobileCarrier } from './mobile-carriers.js';

export type AddressReading =
  { ok: true; address: EmailAddress } | { ok: false; problem: AddressProblem };

const maxLocal = 64;
const maxTotal = 254;
/** More than this is no slip of a typist and not worth normalising. */
const maxInput = 1000;

const localCharacters = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
const controlOtherThanTab = /[^\P{Cc}\t]/u;
const oddDots = /^\.|\.\.|\.$/;

/**
 * An address that passed `parseEmailAddress`, the only way to get one: plain ASCII, one line, and
 * safe to put into an SMTP command through `forSmtp`.
 * @rfc 5321 §4.1.2, §4.5.3.1
 */
export class EmailAddress {
  private constructor(
    /** As its owner writes it, letter case kept; without quotation marks. */
    readonly local: string,
    /** A-labels in lower case. */
    readonly domain: string,
  ) {}

  static parse(input: string): AddressReading {
    if (input.length > maxInput) return refuse('too-long');
    // What a Japanese keyboard types full-width (＠ ．ａ) means its plain twin.
    const typed = input.normalize('NFKC');
    if (controlOtherThanTab.test(typed)) return refuse('control-character');
    const text = typed.trim();
    const at = text.lastIndexOf('@');
    const problem = problemOfShape(text, at);
    if (problem) return refuse(problem);

    const domain = readMailDomain(text.slice(at + 1));
    if ('problem' in domain) return refuse(domain.problem);
    const local = readLocalPart(text.slice(0, at), domain.domain);
    if ('problem' in local) return refuse(local.problem);

    const address = new EmailAddress(local.local, domain.domain);
    return address.forSmtp().length > maxTotal ? refuse('too-long') : { ok: true, address };
  }

  /** The form to store; `parseEmailAddress` reads it back to the same address. */
  toString(): string {
    return `${this.local}@${this.domain}`;
  }

  /** What goes between < and > on the wire: the old carriers' local parts need quotation marks. */
  forSmtp(): string {
    return `${quoteWhereNeeded(this.local)}@${this.domain}`;
  }

  /** Equal for two spellings of one person's address: letter case does not count, a + tag does. */
  get key(): string {
    return this.toString().toLowerCase();
  }

  /** For people who may not see the address: the first character only, whatever its length. */
  get masked(): string {
    return `${this.local.slice(0, 1)}***@${this.domain}`;
  }

  /** @clause W4.1 */
  get isCarrier(): boolean {
    return isMobileCarrier(this.domain);
  }

  /** Masked, so that an address which strays into a log or an answer does not get out. @clause W17.4 */
  toJSON(): string {
    return this.masked;
  }
}

/** Reads one address as a person types it. The problem's texts are in `addressProblemTexts`. */
export function parseEmailAddress(input: string): AddressReading {
  return EmailAddress.parse(input);
}

/**
 * For input known to be good: stored addresses, settings, tests.
 * @throws TypeError naming the problem, never the input
 */
export function emailAddress(text: string): EmailAddress {
  const reading = EmailAddress.parse(text);
  if (!reading.ok) throw new TypeError(`not an e-mail address: ${reading.problem}`);
  return reading.address;
}

function refuse(problem: AddressProblem): AddressReading {
  return { ok: false, problem };
}

function problemOfShape(text: string, at: number): AddressProblem | undefined {
  if (text === '') return 'empty';
  if (/[<>]/.test(text)) return 'has-name';
  if (at < 0) return 'no-at';
  if (text.startsWith('"')) return undefined;
  if (/\s/.test(text)) return 'has-space';
  return text.indexOf('@') === at ? undefined : 'many-at';
}

function readLocalPart(
  text: string,
  domain: string,
): { local: string } | { problem: AddressProblem } {
  // "taro" means taro; nothing that really needs the quotes is a reader's address, and blanks, @ and
  // escapes within them are how one address is made to look like another.
  const unquoted = /^"(.*)"$/.exec(text)?.[1];
  const local = unquoted ?? text;
  const problem = problemOfLocalPart(local, domain);
  if (!problem) return { local };
  return { problem: text.startsWith('"') ? 'local-quoted' : problem };
}

function problemOfLocalPart(local: string, domain: string): AddressProblem | undefined {
  if (local === '') return 'local-empty';
  if (/[^\0-\x7f]/.test(local)) return 'local-not-ascii';
  if (!localCharacters.test(local)) return 'local-bad-character';
  if (oddDots.test(local) && !allowsOddDots(domain)) return 'local-dots';
  return quoteWhereNeeded(local).length > maxLocal ? 'local-too-long' : undefined;
}

function quoteWhereNeeded(local: string): string {
  return oddDots.test(local) ? `"${local}"` : local;
}

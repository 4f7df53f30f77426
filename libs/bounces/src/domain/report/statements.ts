import { addressPattern, trimmedAddress } from '../message/address.js';

/** What a mailer's prose says of one address. */
export interface Statement {
  /** Null where it names nobody. */
  readonly recipient: string | null;
  /** From the line that names it to the line that names the next. */
  readonly text: string;
}

const maxRecipients = 100;

const opened = `["'(<[]{0,2}(?:mailto:|smtp:)?`;
const address = `${opened}(${addressPattern})`;
const labels =
  "rcpt to|recipients?|to address|address|deliver(?:ed|ing)?(?: [\\w']+){0,4} to|undeliverable to|for user|account|mailbox|user|宛先|あて先|受信者";

interface Naming {
  readonly pattern: RegExp;
  /** Where the reason stands: behind the address, or before it as in Sendmail's transcripts. */
  readonly reason: 'behind' | 'before';
}

const behind = (source: string): Naming => ({
  pattern: new RegExp(source, 'gim'),
  reason: 'behind',
});

/** How mailers name a recipient, the surest way first. */
const namings: readonly Naming[] = [
  // 550 5.1.1 <taro@example.jp>... reason
  {
    pattern: new RegExp(
      `^[45]\\d\\d[ -](?:[45]\\.\\d\\.\\d{1,3} )?["<](${addressPattern})[">][ \\t]*\\.\\.\\.`,
      'gim',
    ),
    reason: 'before',
  },
  // <taro@example.jp>: reason
  behind(`^[ \\t]{0,16}["<](${addressPattern})[">](?:[:,(]|[ \\t]*\\.\\.\\.| \\()`),
  // A line of its own · taro@example.jp: reason · taro@example.jp ... reason · taro@example.jp [reason]
  behind(
    `^[ \\t>*|-]{0,16}${address}[>"')\\]]{0,2}(?=[:;]|[ \\t]*$|[ \\t]*\\.\\.\\.| \\[|<mailto)`,
  ),
  behind(`^[ \\t>*|-]{0,16}${address}`),
  // Recipient: <taro@example.jp>
  behind(`\\b(?<!original )(?:${labels})[^\\w\\n@]{1,6}${address}`),
  // User mailbox full: taro@example.jp
  behind(`: {0,3}${address}[>)"']?[ \\t]*$`),
];

const mention = behind(address);

/**
 * Finds what prose says of whom.
 * @param others addresses that are no recipients, such as the sender's, in lower case
 * @param meant to whom the returned message was addressed: where addresses merely occur, only these are meant
 */
export const statementsIn = (
  said: string,
  others: ReadonlySet<string>,
  meant: readonly string[] = [],
): Statement[] => {
  for (const naming of namings) {
    const statements = statementsBy(naming, said, others);
    if (statements.length > 0) return statements;
  }
  const occurring = statementsBy(mention, said, others);
  const wanted = new Set(meant.map((each) => each.toLowerCase()));
  const known = occurring.filter(({ recipient }) => wanted.has(recipient?.toLowerCase() ?? ''));
  return known.length > 0 ? known : occurring;
};

const statementsBy = (
  { pattern, reason }: Naming,
  said: string,
  others: ReadonlySet<string>,
): Statement[] => {
  const named = new Map<string, { recipient: string; from: number; to: number }>();
  for (const found of said.matchAll(pattern)) {
    const next = found.index + found[0].length;
    const end = said.indexOf('\n', next);
    const to = end < 0 ? said.length : end;
    const from = said.lastIndexOf('\n', found.index) + 1;
    for (const each of [found[1] ?? '', ...furtherIn(said.slice(next, to))]) {
      const recipient = trimmedAddress(each);
      const key = recipient.toLowerCase();
      if (!others.has(key) && !named.has(key)) named.set(key, { recipient, from, to });
    }
    if (named.size >= maxRecipients) break;
  }
  const lines = [...named.values()];
  return lines.map(({ recipient, from, to }) => ({
    recipient,
    text:
      reason === 'behind'
        ? said.slice(from, lines.find((later) => later.from > from)?.from)
        : lastTalk(said.slice(lines.findLast((before) => before.to < to)?.to ?? 0, to)),
  }));
};

/** Further addresses of a list, in the rest of its line. */
const furtherIn = (rest: string): string[] => {
  const found: string[] = [];
  const item = new RegExp(`[>)"'\\]]{0,2}[ \\t]{0,3}[,;][ \\t]{0,3}${address}`, 'iy');
  for (let next = item.exec(rest); next && found.length < maxRecipients; next = item.exec(rest))
    found.push(next[1] ?? '');
  return found;
};

/** A transcript from where the mailer talked to the last host. */
const lastTalk = (transcript: string): string =>
  transcript.slice(Math.max(0, transcript.toLowerCase().lastIndexOf('while talking to')));

import { addressOf } from '../message/address.js';
import { finerStatus, replyCodeIn, statusIn } from '../refusal/codes.js';
import type { Action } from './report.js';

/** What a delivery-status part says of one recipient. */
export interface RecipientStatus {
  readonly recipient: string | null;
  readonly action: Action | null;
  readonly status: string | null;
  readonly replyCode: number | null;
  /** The diagnostic code without its type. */
  readonly diagnostic: string;
  /** What stands in parentheses behind the status. */
  readonly comment: string;
}

type Fields = ReadonlyMap<string, string>;

const maxRecipients = 100;

/**
 * Reads the body of a delivery-status part. Tolerant where mailers stray: folded or broken lines, comments, blank
 * lines missing between recipients or too many, `rfc/822` for `rfc822`.
 * @rfc 3464 §2, 6533 §3
 */
export const readDeliveryStatus = (body: string): RecipientStatus[] =>
  groupsOf(body).slice(0, maxRecipients).map(recipientOf);

const opening = new Set(['original-recipient', 'final-recipient']);
const ofRecipient = new Set([...opening, 'action', 'status', 'diagnostic-code']);

/** The recipients' groups of fields, without the one about the whole message. */
const groupsOf = (body: string): Fields[] => {
  const groups: Map<string, string>[] = [];
  let group: Map<string, string> | undefined;
  let afterBlank = false;
  for (const [name, value] of fieldsOf(body)) {
    if (name === '') {
      afterBlank = true;
      continue;
    }
    const before = group?.get(name);
    const isFurther = name === 'diagnostic-code' && before !== undefined;
    const begins = !isFurther && before !== undefined;
    const beginsAnew = afterBlank && opening.has(name) && group !== undefined && isWhole(group);
    afterBlank = false;
    if (!ofRecipient.has(name)) continue;
    if (begins || beginsAnew || !group) groups.push((group = new Map<string, string>()));
    group.set(name, isFurther ? `${before} ${value}` : value);
  }
  return groups;
};

/** Whether a group says whom it is about and what happened; mailers put blank lines between fields, too. */
const isWhole = (group: Fields): boolean =>
  group.has('final-recipient') || (group.has('original-recipient') && group.has('action'));

/** Name and value of each field, a blank line as two empty texts; a line that is no field goes on the one before. */
const fieldsOf = (body: string): [string, string][] => {
  const fields: [string, string][] = [];
  for (const line of body.split('\n')) {
    const field = /^([A-Za-z][A-Za-z-]*)[ \t]*:(.*)$/.exec(line);
    const last = fields.at(-1);
    if (field) fields.push([(field[1] ?? '').toLowerCase(), (field[2] ?? '').trim()]);
    else if (line.trim() === '') fields.push(['', '']);
    else if (last?.[0]) last[1] += ` ${line.trim()}`;
  }
  return fields;
};

const recipientOf = (fields: Fields): RecipientStatus => {
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '').slice(0, 1000);
  const stated = statusIn(withoutComments(fields.get('status') ?? ''));
  const status = finerStatus(stated, statusIn(diagnostic));
  const replyCode = replyCodeIn(diagnostic);
  return {
    recipient: recipientIn(fields),
    action: actionOf(withoutComments(fields.get('action') ?? ''), status, replyCode),
    status,
    replyCode,
    diagnostic,
    comment: /\(([^()]*)\)/.exec(fields.get('status') ?? '')?.[1] ?? '',
  };
};

/** The final recipient, unless it is a mailbox name or a route within their system. */
const recipientIn = (fields: Fields): string | null => {
  const final = addressOf(fields.get('final-recipient') ?? '');
  const original = addressOf(fields.get('original-recipient') ?? '');
  return final === null || final.startsWith('@') ? (original ?? final) : final;
};

const withoutComments = (value: string): string => value.replace(/\([^()]*\)/g, ' ').trim();

/** `smtp; 550 …`: what follows the type. */
const afterType = (value: string): string => value.replace(/^[\w-]{1,40}[ \t]*;/, '').trim();

/** The standard's words, and those that mailers write in their place. */
const actions: ReadonlyMap<string, Action> = new Map([
  ['failed', 'failed'],
  ['failure', 'failed'],
  ['fail', 'failed'],
  ['bounced', 'failed'],
  ['expired', 'failed'],
  ['delayed', 'delayed'],
  ['deferred', 'delayed'],
  ['delivered', 'delivered'],
  ['relayed', 'relayed'],
  ['expanded', 'expanded'],
]);

/** The Action field wins over the codes: a retry that expired is `failed` with a status of class 4. */
const actionOf = (
  field: string,
  status: string | null,
  replyCode: number | null,
): Action | null => {
  const word = /[a-z]+/.exec(field.toLowerCase())?.[0] ?? '';
  const stated = actions.get(word);
  if (stated) return stated;
  switch (status?.[0] ?? String(replyCode ?? '').slice(0, 1)) {
    case '5':
      return 'failed';
    case '4':
      return 'delayed';
    case '2':
      return 'delivered';
    default:
      return null;
  }
};

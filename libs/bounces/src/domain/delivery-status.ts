import { blameFor, reasonOf } from './reason.js';
import type { Action, RecipientReport } from './report.js';

type Fields = ReadonlyMap<string, string>;

const maxRecipients = 100;

/**
 * Reads the body of a delivery-status part. Tolerant where mailers stray: folded or broken lines, comments, blank
 * lines missing between recipients or too many, `rfc/822` for `rfc822`.
 * @rfc 3464 §2, 6533 §3
 */
export const readDeliveryStatus = (body: string): RecipientReport[] =>
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
    const begins = !group || group.has(name) || (afterBlank && opening.has(name));
    afterBlank = false;
    if (!ofRecipient.has(name)) continue;
    if (begins || !group) groups.push((group = new Map<string, string>()));
    group.set(name, value);
  }
  return groups;
};

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

const recipientOf = (fields: Fields): RecipientReport => {
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '').slice(0, 1000);
  const status = statusOf(withoutComments(fields.get('status') ?? ''), diagnostic);
  const replyCode = replyCodeOf(diagnostic);
  const reason = reasonOf(status, replyCode, diagnostic);
  return {
    recipient: addressOf(fields.get('final-recipient') ?? fields.get('original-recipient') ?? ''),
    action: actionOf(withoutComments(fields.get('action') ?? ''), status, replyCode),
    status,
    replyCode,
    reason,
    blame: blameFor(reason),
  };
};

const withoutComments = (value: string): string => value.replace(/\([^()]*\)/g, ' ').trim();

/** `smtp; 550 …`: what follows the type. */
const afterType = (value: string): string => value.replace(/^[\w-]{1,40}[ \t]*;/, '').trim();

const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** The Status field; a general one (`5.0.0`) yields to a special one of the same class in the reply. */
const statusOf = (field: string, diagnostic: string): string | null => {
  const stated = enhanced.exec(field)?.[1] ?? null;
  const spoken = enhanced.exec(diagnostic)?.[1] ?? null;
  if (!stated || !spoken) return stated ?? spoken;
  return stated.endsWith('.0.0') && spoken.startsWith(stated.slice(0, 1)) ? spoken : stated;
};

const replyCodeOf = (diagnostic: string): number | null => {
  const code = /(?<![\d.])([245][0-5]\d)(?=[ \t-]|$)/.exec(diagnostic.slice(0, 200))?.[1];
  return code === undefined ? null : Number(code);
};

const actions: readonly Action[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** The Action field wins over the codes: a retry that expired is `failed` with a status of class 4. */
const actionOf = (
  field: string,
  status: string | null,
  replyCode: number | null,
): Action | null => {
  const word = /[a-z]+/.exec(field.toLowerCase())?.[0] ?? '';
  const stated = actions.find((action) => word === action);
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

/** `rfc822; taro@example.jp`, `rfc/822;<…>`, `utf-8; \x{592a}…@…`. @rfc 6533 §3 */
const addressOf = (value: string): string | null => {
  const plain = value
    .replace(/^[\w/-]{1,20}[ \t]*;/, '')
    .replace(/\\x\{([0-9A-Fa-f]{2,6})\}/g, (_, hex: string) => characterOf(parseInt(hex, 16)));
  const found = /<([^<>\s]+@[^<>\s]+)>/.exec(plain) ?? /([^<>\s;]+@[^<>\s;()]+)/.exec(plain);
  return found?.[1] ?? null;
};

const characterOf = (code: number): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';

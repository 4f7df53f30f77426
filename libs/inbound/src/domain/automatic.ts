/** Header fields by lower-case name. */
type Headers = ReadonlyMap<string, string>;

const listFields = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'list-owner'];
const ownAnswers = ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-loop'];
const machines =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|noreply|owner-.*|.*-request|.*-bounces?)(?:\+.*)?@/i;

/**
 * Whether a machine wrote it: such mail expresses nobody's wish and is never answered.
 * @rfc 3834 §2
 */
export const isAutomatic = (headers: Headers, nullSender: boolean, from: string): boolean =>
  nullSender ||
  !/^no\b|^$/i.test(headers.get('auto-submitted') ?? '') ||
  /^(?:bulk|list|junk|auto[-_]?reply)\b/i.test(headers.get('precedence') ?? '') ||
  [...listFields, ...ownAnswers].some((name) => headers.has(name)) ||
  headers.get('x-apple-action')?.toLowerCase() === 'vacation' ||
  /^multipart\/report\b/i.test(headers.get('content-type') ?? '') ||
  machines.test(from);

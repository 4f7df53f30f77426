/** Header fields by lower-case name. */
type Headers = ReadonlyMap<string, string>;

/**
 * Who wrote a letter: a person; a program on somebody's behalf, which wants no answer; or a program that answers by
 * itself, so that it is nobody's wish at all.
 */
export type Writer = 'person' | 'program' | 'responder';

const listFields = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'list-owner'];
const ownAnswers = ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-loop'];
const mailServers = /^(?:mailer-daemon|postmaster|.*-bounces?)(?:\+.*)?@/i;
const programs = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|owner-.*|.*-request)(?:\+.*)?@/i;

/** @rfc 3834 §2 */
export const writerOf = (headers: Headers, nullSender: boolean, from: string): Writer => {
  if (nullSender || isAnswer(headers) || mailServers.test(from)) return 'responder';
  return isProgram(headers) || programs.test(from) ? 'program' : 'person';
};

const isAnswer = (headers: Headers): boolean =>
  /^auto-replied\b/i.test(headers.get('auto-submitted') ?? '') ||
  /^auto[-_]?reply\b/i.test(headers.get('precedence') ?? '') ||
  ownAnswers.some((name) => headers.has(name)) ||
  headers.get('x-apple-action')?.toLowerCase() === 'vacation' ||
  /^multipart\/report\b/i.test(headers.get('content-type') ?? '');

const isProgram = (headers: Headers): boolean =>
  !/^no\b|^$/i.test(headers.get('auto-submitted') ?? '') ||
  /^(?:bulk|list|junk)\b/i.test(headers.get('precedence') ?? '') ||
  /\b(?:all|autoreply)\b/i.test(headers.get('x-auto-response-suppress') ?? '') ||
  listFields.some((name) => headers.has(name));

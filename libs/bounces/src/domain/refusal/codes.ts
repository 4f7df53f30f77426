/** Codes within the words of a reply or a report. */
const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** The first enhanced status, such as `5.1.1`. @rfc 3463 */
export const statusIn = (text: string): string | null => enhanced.exec(text)?.[1] ?? null;

/** What the remote host said is nearer to the cause than what the mailer made of it, unless it is general (`5.0.0`). */
export const finerStatus = (stated: string | null, spoken: string | null): string | null =>
  spoken && (!stated || !spoken.endsWith('.0.0')) ? spoken : stated;

/** The reply code near the beginning of a diagnostic code. */
export const replyCodeIn = (diagnostic: string): number | null =>
  asCode(/(?<![\d.])([245][0-5]\d)(?=[ \t-]|$)/.exec(diagnostic.slice(0, 200)));

/** The reply code in prose, where a number alone proves nothing: at the beginning of a line or after a cue. */
export const replyCodeInProse = (text: string): number | null =>
  asCode(
    /(?:^[ \t]*|[:<>('"][ \t]{0,3}|<--[ \t]|\b(?:said|was|code|error|reply|response|returned)\W{1,4}|ERROR_CODE :)([245][0-5]\d)(?=[\s,;-])/m.exec(
      text,
    ),
  );

const asCode = (found: RegExpExecArray | null): number | null =>
  found?.[1] === undefined ? null : Number(found[1]);

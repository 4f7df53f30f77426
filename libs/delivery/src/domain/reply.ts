/** What a relay answered, without anything that names a person. */
export interface Reply {
  readonly code: number;
  /** `5.1.1`; null when the relay gives none. @rfc 3463 */
  readonly enhanced: string | null;
  /** One line, addresses taken out, at most 200 characters. */
  readonly text: string;
}

const longest = 200;

/** Reads the text of an SMTP reply of one or more lines. @rfc 5321 §4.2 */
export const readReply = (code: number, response: string): Reply => {
  const enhanced = /(?:^|\n)\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null;
  const text = response
    .replace(/^\d{3}[ -]?/gm, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/<?[^\s<>@:;,]+@[^\s<>@:;,]+>?/g, '<…>');
  return { code, enhanced, text: text.trim().slice(0, longest) };
};

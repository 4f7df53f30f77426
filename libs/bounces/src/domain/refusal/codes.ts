/** Codes within the words of a reply or a report. Subjects end at 7: `4.92.3` is a version. */
const enhanced = /(?<![\d.])[245]\.[0-7]\.\d{1,3}(?![\d.]*\d)/g;

/** The enhanced status in these words, such as `5.1.1`: the first that says most. @rfc 3463 */
export const statusIn = (text: string): string | null => {
  const found = text.match(enhanced) ?? [];
  return (
    found.find((status) => precision(status) === 2) ?? found.find(precision) ?? found[0] ?? null
  );
};

/** `5.0.0` says nothing, `5.1.0` what it is about, `4.4.7` that it took too long, `5.1.1` what it is. */
const precision = (status: string): number =>
  status.endsWith('.0.0') ? 0 : /\.0$|\.4\.7$/.test(status) ? 1 : 2;

/** What the remote host said is nearer to the cause than what the mailer made of it, unless it is general (`5.0.0`). */
export const finerStatus = (stated: string | null, spoken: string | null): string | null =>
  spoken && (!stated || precision(spoken) > 0) ? spoken : stated;

const refusal = '[45][0-57]\\d';
const atStart = new RegExp(`^(${refusal})(?!\\d|\\.\\d)`);
const withStatus = `(?<![\\d.])(${refusal})[ -]['"(]?#?[45]\\.\\d\\.\\d`;
const anywhere = /(?<![\d.])([245][0-57]\d)(?=[\s,:;)'"-]|$)/;

/** The reply code near the beginning of a diagnostic code. */
export const replyCodeIn = (diagnostic: string): number | null => {
  const words = diagnostic.slice(0, 200);
  return codeBy(atStart, words) ?? codeBy(new RegExp(withStatus), words) ?? codeBy(anywhere, words);
};

const cue = `(?:^[ \\t]*|[:<>('"#[=][ \\t]{0,3}|<-{1,2}[ \\t]|\\b(?:said|was|with|code|error|replied|reply|response|returned|status)\\W{1,4}|ERROR_CODE :)`;
const inProse = new RegExp(`${cue}(${refusal})(?=[\\s,:;-])|${withStatus}`, 'm');

/** The code of a refusal in prose, where a number alone proves nothing: before a status, on a line's start, after a cue. */
export const replyCodeInProse = (text: string): number | null => codeBy(inProse, text);

const codeBy = (pattern: RegExp, text: string): number | null => {
  const groups: readonly (string | undefined)[] = pattern.exec(text)?.slice(1) ?? [];
  const code = groups.find((group) => group !== undefined);
  return code === undefined ? null : Number(code);
};

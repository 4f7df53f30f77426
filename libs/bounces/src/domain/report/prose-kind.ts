import { headerText } from '../message/header-text.js';
import type { Notice } from '../message/notice.js';
import { isAutomatic } from './automatic.js';
import { reasonIn } from '../refusal/vocabulary.js';
import { wordsAboutDomain } from '../refusal/words-about-path.js';
import { wordsAboutRecipient } from '../refusal/words-about-recipient.js';
import { wordsOfLanguages } from '../refusal/words-of-languages.js';

/** Names under which mailers speak, in From. */
const mailerNames =
  /\b(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|mail deliver\w* (?:(?:sub)?system|service|agent)|internet mail delivery|mmdf|microsoftexchange[0-9a-f]{8,40}|mail system|ndr administrator)\b/i;

/** Names that people bear, too. @rfc 2142 */
const officeNames = /\b(?:p(?:o+)st[-_]?master|mail administrator|system administrator)\b/i;

/** What mailers write into Subject. */
const subjects: readonly RegExp[] = [
  /\b(?:undeliver(?:able|ed)|non-?deliver\w+|delayed mail)\b/i,
  /\bdelivery (?:status|fail\w+|report|error|problem|has failed|notification|suspended|delayed)\b/i,
  /\b(?:mail|message|e-?mail)(?: \w+)? (?:fail\w+|error|delayed)\b/i,
  /\breturned (?:e?mail|message|to sender)\b|\breturning (?:message|mail)\b/i,
  /\bfailure notice\b|\bmail system error\b|\bfail(?:ed|ure) (?:mail|delivery)\b/i,
  /\bcould not (?:be delivered|send)\b|\bnot delivered\b|\bunable to deliver\b/i,
  /\b(?:unzustellbar\w*|onbestelbaar|non (?:remis|recapitabile)|[ée]chec (?:de|d'))|zustellung .{0,40}fehlgeschlagen|no se p(?:uede|udo) entregar|n[ãa]o (?:é possível entregar|entregue)/i,
  /(?:无法|無法)(?:传递|傳遞|投递|投遞|送达)|退信|未送达|배달되지|не ?доставл|недоставл/i,
  /(?:配信|送信|配送|送達)(?:エラー|不能|失敗|でき)|不達|メールエラー|エラー通知|未配信|(?:配信|送信)遅延|遅延通知/,
];

const replyWithStatus = /(?<![\d.])5\d\d[ -]#?5\.\d{1,3}\.\d|\(#5\.\d\.\d{1,3}\)/;

/** Sentences by which mailers say that a mail did not arrive. */
const failures: readonly RegExp[] = [
  /\b(?:could|can|was|were|would|is|are|has|have)(?: ?not|n't)(?: been| be)? (?:\w+ )?(?:be )?(?:delivered|deliver\w*|sent|reached|reach|able to deliver|completed)\b/i,
  /\b(?:unable|unsuccessful|failed|failure|not able|impossible) (?:\w+ ){0,2}(?:to )?(?:deliver\w*|send|reach|transfer)\b/i,
  /\b(?:delivery|transfer)(?: \w+){0,4} (?:has )?(?:failed|failure|error)\b/i,
  /\berror\b.{0,40}\b(?:delivering|deliver|sending)\b/i,
  /\b(?:following|these) (?:\w+ )?(?:recipients?|address(?:\(es\)|es)?)\b.{0,60}\b(?:fail\w*|error\w*|rejected|not|problem|affected)\b/i,
  /\bdid not (?:reach|receive)\b/i,
  /\b(?:delivery|fatal|permanent) (?:errors?|failures?|problems?)\b/i,
  /\btranscript of (?:the )?session\b|\bno valid recipients\b|\bundeliverable\b/i,
  /\bfail(?:ure|ed) (?:reasons?|address\w*)\b|\breason for (?:\w+ )?failure\b/i,
  replyWithStatus, // whatever the language
  /\b(?:konnten? nicht (?:zugestellt|übermittelt)|(?:n['’]a|n['’]ont) pas pu être (?:remis|distribué|délivré|livré)|no (?:se ha podido|se pudo|pudo ser|ha podido ser) entreg|non è stato (?:possibile )?(?:recapita|consegna)|não p[ôo]de ser entregue|kon niet worden (?:afgeleverd|bezorgd))/i,
  /не (?:может быть|был[ао]?|удалось) достав|(?:无法|無法)(?:投递|投遞|送达|送達|传递|傳遞|发送)|배달(?:할 수 없|되지)/,
  /(?:配信|送信|お届け|配送|送達)[^。\n]{0,20}(?:できません|失敗|でき(?:ず|なかった)|エラー|不能)/,
];

/** Causes, which prove a failure only where a mailer names one under a subject of its own. */
const causes: readonly RegExp[] = [
  /\b(?:rejected|refused|returned|bounced|malformed|incorrectly constructed)\b/i,
  /(?<![\d.])[45]\.\d\.\d{1,3}(?![\d.])|^[ \t]*5\d\d[ -]/m,
];

const namesCause = (said: string): boolean =>
  some(causes, said) ||
  reasonIn(said, [...wordsAboutRecipient, ...wordsOfLanguages, ...wordsAboutDomain]) !== undefined;

const stillTrying: readonly RegExp[] = [
  /\b(?:this is a |a )?warning(?: message)? only\b|\byou do not need to re-?send\b/i,
  /\b(?:will|is going to|continue to)\b.{0,30}\b(?:retr(?:y|ied)|try(?:ing)? again|(?:keep|continue) (?:trying|to try)|attempt)\b/i,
  /\bcontinue to (?:re)?try\b|\b(?:delivery|message|mail) delayed\b|\bdelayed (?:delivery|message|mail)\b/i,
  /\b(?:being|be) retried\b|\bnot yet been delivered\b|\bstill (?:being|trying|undelivered)\b/i,
  /\b(?:delivery|message|mail) (?:\w+ ){0,4}(?:is|has been) (?:temporarily )?(?:delayed|deferred)\b/i,
  /\bwarning\W{1,3}could not send (?:e?mail|message) for past\b/i,
  /\bno action is required on your part\b|\bdelivery attempts will continue\b/i,
  /\btemporary failure report\b/i,
  /(?:配信|配送|送信)[^。\n]{0,20}(?:遅延|遅れて|保留)|(?:再送|再送信|再試行|再配信)を?(?:続け|試み|行い|行な|し(?:ます|て(?:い|お)))/,
];

const gaveUp =
  /(?<!eventually .{0,60})\b(?:giv(?:e|en|ing)|gave) up\b|\bwill not (?:be retried|try)\b|\bnot going to try\b|\bno further attempts\b|\bpermanent (?:error|failure|fatal)\b|(?<!non-)\bfatal errors\b/i;

/**
 * Whether a mailer speaks here about a mail that did not arrive. Shops too write that a delivery failed, and people
 * quote reports: who bears no mailer's name must use the null sender or return the mail.
 */
export const isFailureNotice = (notice: Notice): boolean => {
  const { headers, said } = notice;
  if (isOfAnotherKind(headers)) return false;
  const hasSubject = isFailureSubject(headers);
  if (!isFromMailer(headers) && !isLikeMailer(notice, hasSubject) && !isFromOffice(notice))
    return false;
  if (headers.has('x-failed-recipients') || some(failures, said) || isStillTried(notice))
    return true;
  return hasSubject && namesCause(said);
};

const isFailureSubject = (headers: ReadonlyMap<string, string>): boolean =>
  some(subjects, headerText(headers.get('subject') ?? ''));

/** Receipts, complaints and reports about DMARC and TLS name failures, too. @rfc 6522, 7489 §7.2.1.1, 8460 */
const isOfAnotherKind = (headers: ReadonlyMap<string, string>): boolean => {
  const type = headers.get('content-type') ?? '';
  return (
    /^report domain:/i.test(headers.get('subject') ?? '') ||
    (/^multipart\/report\b/i.test(type) &&
      /;\s*report-type\s*=\s*"?(?:disposition-notification|feedback-report|tlsrpt)\b/i.test(type))
  );
};

/** Whether a person answers a report or passes it on. */
export const isPassedOn = (headers: ReadonlyMap<string, string>): boolean =>
  /^(?:re|aw|sv|antw?|fwd?|wg|tr|rv|enc|転送|返信|转发|回复|答复)\s?(?:\[\d+\])?[:：]/i.test(
    headerText(headers.get('subject') ?? ''),
  ) &&
  !isFromMailer(headers) &&
  !bearsName(headers, officeNames) &&
  !hasNullSender(headers);

const some = (phrases: readonly RegExp[], text: string): boolean =>
  phrases.some((phrase) => phrase.test(text));

const isFromMailer = (headers: ReadonlyMap<string, string>): boolean =>
  headers.has('x-failed-recipients') || bearsName(headers, mailerNames);

const bearsName = (headers: ReadonlyMap<string, string>, names: RegExp): boolean =>
  names.test(headers.get('from') ?? '') || names.test(headers.get('sender') ?? '');

/** Vacation programs use the null sender too, but declare themselves. */
const isLikeMailer = ({ headers, returned }: Notice, hasSubject: boolean): boolean =>
  hasSubject
    ? hasNullSender(headers) || returned.size > 0
    : hasNullSender(headers) && !headers.has('auto-submitted') && !isAutomatic(headers);

/** Who looks after mail writes of it, too: what they send is a report if it looks like one in some other way. */
const isFromOffice = ({ headers, said, returned }: Notice): boolean =>
  bearsName(headers, officeNames) &&
  (returned.size > 0 || replyWithStatus.test(said) || isFailureSubject(headers));

const hasNullSender = (headers: ReadonlyMap<string, string>): boolean =>
  /^<\s*>$/.test(headers.get('return-path') ?? '');

/** Whether the mailer says that it goes on trying. */
export const isStillTried = ({ headers, said }: Notice): boolean => {
  const words = `${headerText(headers.get('subject') ?? '')}\n${said}`;
  return some(stillTrying, words) && !gaveUp.test(words);
};

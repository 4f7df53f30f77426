import type { Vocabulary } from './vocabulary.js';

/**
 * Phrases that name the sender's side, whatever code stands beside them: codes are often general, such phrases are
 * not.
 */
export const wordsAboutSender: Vocabulary = [
  [
    'authentication',
    [
      /\b(?:spf|dkim|dmarc|sender[ -]?id)\b/i,
      /\bunauthenticated\b|\bnot authenticated\b/i,
      /\bauthentication (?:check|information|level|requirement|result)s?\b/i,
      /\b(?:multiple|e-?mail|sender|domain) authentication\b/i,
    ],
  ],
  [
    'rate-limited',
    [
      /\btoo many (?:\w+ ){0,2}(?:connections?|messages|mails?|e-?mails|recipients|sessions|errors|requests)\b/i,
      /\brate[ -]?(?:limit\w*|control\w*|exceeded)\b|\bthrottl\w+/i,
      /\bfrequency\b.{0,20}\blimit\w*|\b(?:sent|sending|coming|receiv\w+)\b.{0,30}\btoo (?:fast|quickly|many|frequently)\b/i,
      /\b(?:sending|hourly|daily|connection|recipient)(?: \w+){0,2} (?:rate|limit|quota)s?\b.{0,40}\b(?:exceed\w*|reach\w*|over)\b/i,
      /\b(?:reach|exceed)\w*\b.{0,30}\b(?:hourly|daily|sending) limit\b|\bat a rate that\b/i,
      /\bexceed\w*\b.{0,40}\b(?:connections?|messages?|recipients?|e?-?mails?) (?:per|limit|in|from)\b/i,
      /\bmaximum number of (?:\w+ ){0,2}(?:connections|messages|recipients)\b/i,
      /\b(?:hourly|daily|sending|relay)(?: \w+)? quota\b/i,
      /\bunusual (?:\w+ )?(?:rate|volume|activity|traffic)\b|\bunexpected volume\b|\buser complaints\b/i,
    ],
  ],
  [
    'blocked',
    [
      /\b(?:black|block|deny|ban)[ -]?list\w*|\b(?:dns|uri|u)?[bs]ls?\b|\bdnsbl\w*|\brbls?\b|\buribl\b/i,
      /\bspam(?:haus|cop|rats)\b|\bsorbs\b|\bbarracuda\w*|\bsender ?score\b/i,
      /\breputations?\b|\bgrey-?list\w*|\bbanned\b/i,
      /\bptr\b|\br?dns ptr\b|\brdns\b|\b(?:reverse|backwards?)[ -](?:dns|lookup|hostname|mapping|resolution|name|address)\b/i,
      /\b(?:can ?not|can't|could not|unable to) (?:find|resolve|determine|verify) your\b/i,
      /\bunverif[iy]able sending\b|\bip (?:name )?lookup failed\b|\bip name possibly forged\b|\bconnections?\b.{0,60}\bnot (?:accepted|allowed|permitted)\b|\bclient host\b.{0,60}\brejected\b/i,
      /(?<!\b(?:performing the|sending|in reply to|after|>>>) )\b(?:helo|ehlo)\b/i, // apart from where a line was lost
      /\b(?:domain|hostname|ip)\b.{0,60}\bmismatch\w*|\bname\b.{0,40}\bnot match\b/i,
      /\b(?:dynamic|dial-?up|residential)\b.{0,30}\b(?:ips?|hosts?|address\w*|pool|users?|clients?|lines?)\b/i,
      /\b(?:ips?|ip address\w*|your (?:mail ?)?(?:server|host|domain|network|ip)|sending (?:server|host|ip)|client|network)\b.{0,60}\b(?:block\w*|ban\w*|listed|den(?:y|ied)|refus\w+|reject\w*|not (?:allowed|permitted|accept\w*)|suspicious|poor|untrusted|unauthori[sz]ed)\b/i,
      /\b(?:blocked|blocking|denied|refused|rejected|deferred|listed|refuse)\b.{0,40}\b(?:sending ip|your (?:ip|server|host|network|domain|mail ?server)|ip address\w*|from your|ip \d)/i,
      /\babus(?:e|ive)\b|\b(?:geo|country)\b.{0,20}\bblock\w*|\byour country\b/i,
      /(?<!\b(?:mail ?box|account) (?:has been|is|was) )\bblocked (?:using|by|for|due|because|-|see|from|at|on|in|address)|\bblocked[.!;]|\bis blocked\b/i,
      /\bsmtp server of your isp\b|\bnot allowed to (?:connect|send)\b/i,
      /\bconnection (?:refused|reset|dropped|closed) by\b|\brefused to talk to me\b|\bmy name was rejected\b/i,
      /(?:\bnot|n['’]t) accept(?:ing)? (?:\w+ ){0,3}(?:e-?)?mails? from\b/i,
      /\b[45]\d\d[ -].{0,20}\bconnection (?:refused|rejected|denied)\b/i, // a host that talks to us refuses us
      /\b(?:invalid|bad) dns\b|\bresource records?\b|\bbadmailfrom\b/i,
      /\bservice refused?\b|\bno(?:t have a)? valid (?:reverse|hostname|dns)\b/i,
    ],
  ],
  [
    'spam',
    [
      /(?<![\w-])(?:spam(?!(?:haus|cop))\w*|unsolicited|junk ?mail|bulk e?-?mail|spammy)(?!\w)/i,
      /\b(?:virus\w*|malware|trojan|phish\w*|infected|suspicious|fraud\w*|clamav|suspected|attacks?|backscatter|mass mail\w*)\b/i,
      /\b(?:content|message|mail|it)\b.{0,30}\b(?:looks like|considered|identified as|detected as|classified as)\b.{0,30}\b(?:junk|bulk|advertis\w+|unwanted)/i,
      /\b(?:content|keyword|word) filter\w*|迷惑メールと判|ウ[イィ]ルス|(?<!\b[45]\.2\.\d{1,3} )\bmessage filtered\b/i, // but x.2.z is about the mailbox
    ],
  ],
  [
    'policy',
    [
      /\brelay(?:ing)?\b.{0,30}\b(?:denied|not|prohibited|refused|rejected|disallowed|forbidden|restricted)\b/i,
      /\b(?:not|cannot|unable to|no|mail|open|denied|refus\w+) relay(?:ing)?\b|\brcpthosts\b/i,
      /\bpolic(?:y|ies)\b|\bprohibit\w*|\bforbidden\b|\bviolat\w+|\bdisallowed\b/i,
      /\b(?:senders?|originator|from address|envelope[- ]from|return[- ]path|mail from)\b.{0,60}\b(?:reject\w*|denied|refused|blocked|invalid|unknown|verif\w+|exist\w*|bad|unroutable|listed|mismatch\w*|required|missing|no (?:valid )?mx|not (?:\w+ ){0,2}(?:allowed|permitted|found|accept\w*|authori[sz]ed|valid|resolve))\b/i,
      /\b(?:reject\w*|denied|refused|blocked|invalid|bad|unknown|unroutable|forged|verify)\b.{0,20}\b(?:senders?|originator|from address|envelope[- ]from|return[- ]path|mail from)\b/i,
      /\bauthentication (?:is )?(?:required|failed|failure|error|type|mechanism)\b|\bstarttls\b|\btls (?:is )?required\b/i,
      /\bnot (?:authori[sz]ed|permitted|allowed) to (?:send|post|relay|submit|use)\b/i,
      /\b(?:permission|authori[sz]ation) to (?:send|post|write)\b|権限がない|(?:送信者|送信元|差出人)[^。]{0,20}(?:拒否|許可|存在し|確認でき)|\bgoogle groups\s*$/i, // a group that may not exist, or is not open to us
      /(?<!\bvalid )\brfc[ -]?[2-9]\d{2,3}\b|\bnot (?:rfc|compliant)\b|\bcomplian(?:t|ce)\b/i,
      /\bsecurity (?:polic|violat|reason|restrict|setting|rule)\w*|\bdue to security\b/i,
      /\b(?:DT|HL|IC|MI|RC|RP):[A-Z]{3}\b/, // NetEase says its rules in letters
      /(?:\bnot|n['’]t) accept (?:delivery of )?(?:this|your)\b/i,
      /\bcall(?:out|back)\b|\bis not verified\b|\badministrative(?:ly)? lock\w*|\bno permission\b/i,
      /\ball recipient addresses rejected\b/i, // says that none was taken, not why
    ],
  ],
  [
    'too-large',
    [
      /\b(?:message|mail|data|body|header|attachment|file)s?\b(?:(?!mailbox|quota|hop).){0,30}\b(?:too (?:big|large|much)|(?:size )?exceed\w*(?! storage)|over ?size\w*|larger than)\b/i,
      /\btoo (?:big|large) (?:message|mail|e-?mail|for)\b|(?<!\b(?:mail ?box|folder|storage) )\bsize limit\b/i,
      /\b(?:maximum|max|allowed|fixed|permitted)\b.{0,20}\b(?:message|e?-?mail|file) ?(?:size|length)\b/i,
      /(?:メール|メッセージ|添付)[^。]{0,15}サイズ[^。]{0,20}(?:大き|超)/,
      /\b(?:message|mail)s? (?:size|length)\b.{0,20}\b(?:limit|exceed|maximum|too)\w*/i,
    ],
  ],
  [
    'content',
    [
      /\b(?:attachment|executable|zip|mime|body part|file type)s?\b.{0,40}\b(?:not allowed|block\w*|reject\w*|banned|error|invalid|removed|refused|unaccept\w*)\b/i,
      /\b(?:improper|bad|invalid|missing|multiple|duplicate\w*|valid) (?:mime|header|content|message-id|from|date)\b/i,
      /\bcontent (?:reject\w*|denied|violation|error|not accepted)\b|\bmalformed (?:address|recipient|message|header|mime)\b|\bsyntactically\b|\bfails? syntax\b/i,
      /\b8-?bit\b|\bbare (?:lf|cr|newline)|\bline (?:too long|length)\b/i,
    ],
  ],
];

/** Words of refusal that name nobody: they prove nothing against the address. */
export const wordsOfRefusal: Vocabulary = [
  [
    'policy',
    [
      /\b(?:rejected|rejecting|refused|refusing|denied|blocked|disapproved|unauthori[sz]ed)\b/i,
      /\bnot (?:accepted|allowed|permitted|authori[sz]ed|acceptable)\b|\bunacceptable\b/i,
    ],
  ],
];

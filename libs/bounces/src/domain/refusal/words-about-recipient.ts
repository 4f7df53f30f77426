import type { Vocabulary } from './vocabulary.js';

/** Phrases about the person's own filter. */
export const wordsOfFilters: Vocabulary = [
  [
    'filtered',
    [
      /\b(?:recipient|user|addressee|mailbox owner|customer|subscriber)(?:'s|s')?\b.{0,40}\b(?:has (?:blocked|rejected|refused|set)|(?:does|do) not (?:accept|want|wish)|not accepting|only accepts?|refuses?|refused to|mail filter\w*|preferences?|filters?|filtering)\b/i,
      /\brejected by (?:the )?(?:recipient|user|addressee)\b(?! domain)|\bmessage filtered\b/i,
      /\b(?:approved|allowed|safe|accepted) senders? list\b|\bchallenge\/?response\b/i,
      /受信(?:を)?拒否|指定受信|迷惑メールフィルタ/,
    ],
  ],
];

const person =
  '(?:users?|recipients?|mail ?box(?:es)?|accounts?|address(?:ee|es)?|subscriber|alias|login|person|local[ -]?part|username|group|rcpt|member|customer|destinations?)';

/** Phrases about a mailbox that is there. */
export const wordsAboutMailbox: Vocabulary = [
  [
    'mailbox-full',
    [
      /\b(?:over|disk|mail|mailbox|user|storage)? ?quota\b/i,
      /\b(?:mail ?box|mail (?:folder|file|directory|spool)|inbox|user|account|storage|maildir)\b.{0,40}\b(?:full|over ?flow\w*|exceed\w*|over (?:the )?(?:limit|allowed|its)|out of (?:space|storage))\b/i,
      /\b(?:insufficient|not enough|no|out of)(?: (?!system\b|disk\b)\w+)? (?:space|storage)\b|\btoo much mail data\b/i,
      /\bexceed\w*\b.{0,30}\b(?:storage|mailbox|disk|space|allowed size)\b|\bstorage (?:allocation|limit)/i,
      /メール(?:ボックス|BOX)[^。]{0,20}(?:容量|一杯|いっぱい|満杯)|容量(?:が|を)?(?:一杯|いっぱい|超)/i,
    ],
  ],
  [
    'mailbox-inactive',
    [
      new RegExp(
        `\\b${person}\\b.{0,60}\\b(?:disabled|inactive|suspended|deactivated|locked|frozen|closed|discontinued|expired|terminated|dormant|not active(?:ated)?|no longer (?:active|in use|available|valid|accept\\w*))\\b`,
        'i',
      ),
      /\b(?:disabled|inactive|suspended|deactivated|locked|closed|discontinued|expired|dormant) (?:user|account|mail ?box|recipient|address)\b/i,
      /\b(?:mail ?box|account)\b.{0,20}\bblocked\b/i,
      /(?:アカウント|アドレス|メールボックス|ユーザー?|ご利用)[^。]{0,20}(?:停止|無効|休止|解約)/,
    ],
  ],
];

/** Phrases that name the recipient's side. */
export const wordsAboutRecipient: Vocabulary = [
  ...wordsAboutMailbox,
  [
    'unknown-recipient',
    [
      new RegExp(
        `\\b${person}\\b.{0,60}\\b(?:unknown|invalid|unlisted|incorrect|non-?exist\\w*|undeliverable|unrouteable|ambiguous|wrong|no longer (?:with|works|here|employed|on|exists?)|has left|(?:been )?(?:moved|removed|deleted))\\b`,
        'i',
      ),
      new RegExp(
        `\\b${person}\\b.{0,60}\\b(?:not|cannot be|could not be) (?:\\w+ ){0,3}(?:found|exist|known|listed|recogni[sz]ed|valid|here|unique|registered|local|defined|have)\\b`,
        'i',
      ),
      new RegExp(
        `\\b${person}\\b.{0,60}\\b(?:do(?:es)?|did|is|was|could|ca)n['’]?t (?:\\w+ ){0,2}(?:exist|have|found|known|recogni[sz]ed|valid|here|listed)\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:unknown|no such|invalid|non-?exist\\w*|unrecogni[sz]ed|bad|incorrect|no valid|wrong|undefined|unrouteable|unroutable|undeliverable|illegal|no)(?: \\w+)?(?: local| virtual)? ${person}\\b`,
        'i',
      ),
      /(?<!\b4\d\d[ -].{0,60})\bmailbox unavailable\b|\brecipients? cannot be verified\b|\bnot a (?:valid|known) (?:mail ?box|recipient|address|user|account)\b/i,
      /\bunable to find (?:\w+ )?(?:mail ?box|recipient|user)\b|\bleft the (?:company|organi[sz]ation)\b|\bnot work (?:here|at)\b/i,
      /\bnot our customer\b|\bnot listed in\b|\bno (?:one|such person)\b.{0,20}\b(?:here|name)\b|\bno longer (?:on|at) (?:this )?server\b/i,
      /\binvalid (?:\w+ ){0,3}user ?id\b|\b(?:previously bounced|bounced address)\b/i, // IMail; relays that remember
      /\brecipnotfound\b|\bunknown or illegal alias\b|\bunrecogni[sz]ed o\/?r[- ]name\b|\bhas moved\b|\bplease try <|\bnot (?:a )?(?:known|valid) here\b/i,
      /\b(?:recipient|address) (?:was )?rejected(?!:? ?\w)|\brecipient address rejected: access denied\b/i,
      /宛先[^。]{0,30}(?:不明|見つか[らり]|存在し|誤り)|ユーザー?[^。]{0,20}(?:不明|見つか[らり]|存在し)/,
      /アドレス[^。]{0,30}(?:存在し|見つか[らり]|不明|誤)|あて先不明/,
    ],
  ],
];

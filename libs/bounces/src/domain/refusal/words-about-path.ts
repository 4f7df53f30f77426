import type { Vocabulary } from './vocabulary.js';

/** Phrases about a domain that takes no mail, apart from those about its name servers' troubles. */
export const wordsAboutDomain: Vocabulary = [
  [
    'unreachable',
    [
      /\b(?:name (?:service|server)|dns|resolv\w+|lookup|mx|host)\b.{0,60}\b(?:try again|temporar\w+|servfail|malformed|soft error)\b/i,
      /\bloops? back to\b|\b(?:mail(?:er)?|message|forwarding|routing) (?:is )?loop\w*|\btoo many hops\b|\bhop ?count\b/i,
    ],
  ],
  [
    'bad-domain',
    [
      /\b(?:host|domain|hostname|site|server name)\b.{0,60}\b(?:unknown|not (?:be )?(?:found|hosted|local)|n't exist|not exist|non-?exist\w*|no mx|not resolv\w+|illegal|invalid|(?:not|n't) accept (?:any )?(?:e-?)?mail)\b/i,
      /\b(?:unknown|no such|illegal|invalid|bad|non-?existent|unresolvable)(?: \w+)? (?:host|domain|hostname|site)\b/i,
      /\bnxdomain\b|\bnull ?mx\b|\b(?:no mx|indicated no smtp service|no mail (?:exchange|server|host)s?)\b|\bunrouteable (?:mail )?domain\b/i,
      /\bdns\b.{0,200}\bno relevant answers?\b|\bnever accepts? (?:e-?)?mail\b/i,
      /\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,5} (?:does not|doesn['’]t) exist\b/i,
      /ドメイン[^。]{0,20}(?:存在し|見つか[らり]|不明)|ホスト[^。]{0,20}(?:見つか[らり]|不明)/,
      /\ball relevant mx records point to non-?existent\b|\bcould ?n(?:o|')t find (?:any|a) (?:host|mail exchanger)\b/i,
    ],
  ],
];

/** Phrases about the way there. */
export const wordsAboutPath: Vocabulary = [
  [
    'expired',
    [
      /\bexpired?\b|\btoo old\b|\bin (?:the )?queue too long\b|\bfor (?:too long|a long time)\b|\bafter a long failure period\b/i,
      /\b(?:retry|retries|queue time|time limit|delivery time|attempts?)\b.{0,30}\b(?:exceeded|exhausted|timeout|limit|giving up)\b/i,
      /\b(?:could|was|were|unable|cannot|can)(?:n't| not)?\b.{0,30}\b(?:within|for (?:more than|the (?:last|past)|\d+ (?:hour|day)s?))\b/i,
      /\bfailed \d+ attempts\b|\bafter (?:more than )?(?:multiple|several|many|\d+) (?:retries|attempts|tries|days|hours)\b/i,
      /\bgiv(?:e|ing|en) up after\b|\b(?:delivery|message)\b.{0,40}\bdelayed\b/i,
      /(?:時間|期間|期限)[^。]{0,15}(?:経過|超過|過ぎ|切れ)|タイムアウト/,
      /\btimed? ?out\b|\bnot responding\b|\bhost not reachable\b|\bnot accept our requests to connect\b/i,
    ],
  ],
  [
    'unreachable',
    [
      /(?<!\binitial )\bconnect(?:ions?|ed|ing)?\b|\bnetwork\b|\b(?:un|not )reachable\b|\bhandshake\b|\btls\b/i,
      /接続[^。]{0,15}(?:できません|できなかった|失敗)/,
      /\bno (?:answer|route|response)\b|\bhost is down\b|\b(?:dns|lookup)\b/i,
    ],
  ],
  [
    'system',
    [
      /\b(?:system|internal|server|configuration|software|resources?|program|local|mailer) (?:\w+ )?(?:error|problem|failure|failed|unavailable|full|trouble|busy)\b/i,
      /\b(?:insufficient|not enough|out of) (?:system|disk) (?:storage|space|resources)\b|\b(?:disk|file system) (?:is )?full\b|\bout of memory\b|\bcan(?:'t|not) (?:open|create|write|execute)\b/i,
      /\bservice (?:is )?(?:temporarily |currently )?(?:not available|unavailable)\b/i,
      /\btemporary (?:\w+ )?(?:failure|error|problem)\b|\bcommand (?:died|failed)\b/i,
    ],
  ],
];

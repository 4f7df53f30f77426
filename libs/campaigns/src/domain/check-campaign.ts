import { formatJst } from '#lib/kernel';
import type { Draft } from './campaign.js';
import { dangerFindings } from './danger-findings.js';
import { displayFindings } from './display-items.js';
import { advice, problem } from './finding.js';
import type { Finding } from './finding.js';
import type { LegalNotice } from './footer.js';
import { visibleText } from './html/visible-text.js';
import type { DangerousLink } from './link-dangers.js';
import { linkFindings } from './link-findings.js';
import { authenticationFindings } from './sender-authentication.js';
import type { SenderAuthentication } from './sender-authentication.js';
import { sourceFindings } from './source-findings.js';
import { electionFindings, subjectFindings } from './subject-findings.js';
import { timeFindings } from './time-findings.js';

/** All that the check before sending looks at. */
export interface Subject {
  readonly draft: Draft;
  readonly sender: {
    readonly senderName: string;
    readonly fromAddress: string;
    readonly legal: LegalNotice | null;
  };
  readonly authentication: SenderAuthentication;
  /** What is wrong with subject, bodies and condition by themselves. */
  readonly templateFindings: readonly Finding[];
  /** The mail as a sample reader gets it; null when its templates cannot be rendered. */
  readonly rendered: { readonly text: string; readonly html: string | null } | null;
  /** The unsubscribe link in `rendered`. */
  readonly unsubscribeUrl: string;
  /** How many persons the target has now. */
  readonly recipients: number;
  readonly contractActive: boolean;
  /** A reported leak stops everything. */
  readonly frozen: boolean;
  /** What the MJML compiler says. */
  readonly sourceProblems: readonly { readonly line: number; readonly message: string }[];
  /** When the same mail last went to the same newsletters, within a month. */
  readonly lastTwinAt: Date | undefined;
  /** When it is to leave, if somebody said so. */
  readonly plannedAt: Date | undefined;
  /** Links of `rendered` that harm readers or look as if they did. */
  readonly dangers: readonly DangerousLink[];
  /** Links that the platform itself put in. */
  readonly isOwnLink: (url: string) => boolean;
}

/** Gmail cuts longer HTML off. */
const clippedBytes = 100 * 1024;
const largestBytes = 1024 * 1024;

/** Everything that keeps a campaign from being sent, and advice, in the order a person would mend it. @clause W9.6 */
export const checkCampaign = (subject: Subject): Finding[] => [
  ...sourceFindings(subject.draft, subject.sourceProblems),
  ...subject.templateFindings,
  ...contentFindings(subject.draft),
  ...subjectFindings(subject.draft.subject),
  ...electionFindings(subject.draft.category, [subject.draft.subject, subject.draft.text]),
  ...senderFindings(subject),
  ...authenticationFindings(subject.authentication),
  ...itemFindings(subject),
  ...linkFindings(subject.rendered?.html ?? null, subject.isOwnLink),
  ...dangerFindings(subject.dangers),
  ...sizeFindings(subject),
  ...twinFindings(subject.lastTwinAt),
  ...timeFindings(subject.plannedAt),
  ...targetFindings(subject),
];

const contentFindings = ({ preheader }: Draft): Finding[] =>
  preheader.trim()
    ? []
    : [
        advice(
          'preheader.missing',
          'preheader',
          'プレビューテキストがありません。受信一覧には本文の先頭が表示されます。',
          'There is no preview text; inboxes will show the beginning of the body.',
        ),
      ];

const senderFindings = ({ sender }: Subject): Finding[] =>
  sender.senderName && sender.fromAddress && sender.legal
    ? []
    : [
        problem(
          'sender.incomplete',
          'sender',
          '送信者情報 (名称、差出人アドレス、所在地、連絡先) が登録されていません。設定画面で登録してください。',
          'The sender profile (name, From address, postal address, contact) is not complete. Fill it in under settings.',
        ),
      ];

const itemFindings = ({ sender, rendered, unsubscribeUrl }: Subject): Finding[] => {
  if (!sender.legal || !rendered) return [];
  const wanted = { ...sender.legal, unsubscribeUrl };
  return [
    ...displayFindings('text', rendered.text, wanted),
    ...(rendered.html === null ? [] : displayFindings('html', visibleText(rendered.html), wanted)),
  ];
};

const sizeFindings = ({ rendered }: Subject): Finding[] => {
  const bytes = new TextEncoder().encode(rendered?.html ?? '').length;
  if (bytes > largestBytes)
    return [
      problem(
        'html.too-large',
        'html',
        'HTML本文が1MBを超えています。携帯電話会社が受け取らないため、短くしてください。',
        'The HTML part is larger than 1 MB, which mobile carriers refuse. Make it shorter.',
      ),
    ];
  return bytes > clippedBytes
    ? [
        advice(
          'html.large',
          'html',
          'HTML本文が100KBを超えています。Gmailでは途中で切れて表示されます。',
          'The HTML part is larger than 100 KB; Gmail will cut it off.',
        ),
      ]
    : [];
};

const twinFindings = (at: Date | undefined): Finding[] =>
  at
    ? [
        advice(
          'campaign.sent-before',
          'subject',
          `同じ件名と本文のメールを ${formatJst(at, 'ja')} に同じメールマガジンへ配信しています。`,
          `A mail with the same subject and text went to the same newsletter on ${formatJst(at, 'en')}.`,
        ),
      ]
    : [];

const targetFindings = ({ recipients, contractActive, frozen }: Subject): Finding[] => [
  ...(recipients > 0
    ? []
    : [
        problem(
          'target.empty',
          'target',
          '配信先に該当する読者がいません。',
          'Nobody is in the target.',
        ),
      ]),
  ...(contractActive
    ? []
    : [
        problem(
          'contract.inactive',
          'contract',
          '配信日時に有効なご契約がありません。',
          'There is no active contract at the time of sending.',
        ),
      ]),
  ...(frozen
    ? [
        problem(
          'tenant.frozen',
          'contract',
          '漏えいの報告により配信が止まっています。オーナーが停止を解くと配信できます。',
          'A reported leak stops all sending until an owner lifts it.',
        ),
      ]
    : []),
];

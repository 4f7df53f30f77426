import { advice } from './finding.js';
import type { Finding } from './finding.js';

interface Habit {
  readonly code: string;
  readonly pattern: RegExp;
  readonly ja: string;
  readonly en: string;
}

/** Habits of subjects that filters and readers take for spam. */
const habits: readonly Habit[] = [
  {
    code: 'subject.fake-reply',
    pattern: /^\s*(re|fwd?|返信|転送)\s*[:：]/i,
    ja: '返信や転送に見せかけた件名は、迷惑メールと判定されやすくなります。',
    en: 'A subject that pretends to be a reply or forwarded mail is often taken for spam.',
  },
  {
    code: 'subject.shouting',
    pattern: /[!！?？]{3,}|[★☆■◆♪]{3,}/u,
    ja: '件名に感嘆符や記号を続けて使うと、迷惑メールと判定されやすくなります。',
    en: 'Runs of exclamation marks or signs make a subject look like spam.',
  },
  {
    code: 'subject.capitals',
    pattern: /\b[A-Z]{3,}\b[^a-z]*\b[A-Z]{3,}\b[^a-z]*\b[A-Z]{3,}\b/,
    ja: '大文字だけの語が続く件名は、迷惑メールと判定されやすくなります。',
    en: 'Several words in capitals make a subject look like spam.',
  },
  {
    code: 'subject.bait',
    pattern:
      /(100\s*[%％]\s*(無料|儲)|必ず(儲|稼|当た)|絶対(儲|稼)|誰でも簡単に稼|当選(しました|おめでとう)|緊急.{0,6}口座|(act now|risk[- ]free|you('ve| have) won|earn \$|double your))/iu,
    ja: '件名に迷惑メールでよく使われる言い回しがあります。',
    en: 'The subject has wording that spam often uses.',
  },
];

/** Advice about a subject that is prone to be filtered. */
export const subjectFindings = (subject: string): Finding[] =>
  habits
    .filter(({ pattern }) => pattern.test(subject))
    .map(({ code, ja, en }) => advice(code, 'subject', ja, en));

const electionWords =
  /(選挙|投票|立候補|候補者|公示日|当選を目指|政見|マニフェスト|election|vote for|candidate)/iu;

/** A mail that seems to be about an election although its category does not say so. @clause W12A-7 */
export const electionFindings = (category: string, texts: readonly string[]): Finding[] =>
  category !== 'election' && texts.filter((text) => electionWords.test(text)).length > 0
    ? [
        advice(
          'category.election-words',
          'category',
          '選挙に関する内容であれば、種別を「選挙」にしてください。運営者の確認後に配信できます。',
          'If this is about an election, choose that category; it leaves after a review by the provider.',
        ),
      ]
    : [];

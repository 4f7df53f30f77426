import type { Texts } from '#lib/kernel';
import type { Liquid } from 'liquidjs';
import type { ContentProblem, MailingContent } from '../domain/mailing-content.js';
import { htmlLiquid, knownVariables, textLiquid } from './liquid.js';

/** Longest subject that survives every mail program; two lines of a phone. */
const longestSubject = 200;
/** au takes no mail above 3 MB, and encoding adds a third. */
const largestBody = 1_000_000;

/**
 * Everything that keeps a content from being sent: broken Liquid, merge fields nobody fills, tags and filters we do
 * not have, missing or oversized parts. Fields are named as in `MailingContent`: `subject`, `html`, `footer.text`.
 * @param fieldNames fields that every targeted newsletter's form declares
 */
export const checkContent = (
  content: MailingContent,
  fieldNames: readonly string[],
): ContentProblem[] => {
  const known = knownVariables(fieldNames);
  return [
    ...checkShape(content),
    ...checkSource('subject', content.subject, textLiquid, known),
    ...checkSource('preheader', content.preheader, htmlLiquid, known),
    ...checkSource('text', content.text, textLiquid, known),
    ...checkSource('html', content.html ?? '', htmlLiquid, known),
    ...checkSource('footer.text', content.footer.text, textLiquid, known),
    ...checkSource('footer.html', content.footer.html, htmlLiquid, known),
  ];
};

const problem = (field: string, code: string, ja: string, en: string): ContentProblem => ({
  field,
  code,
  messages: { ja, en } satisfies Texts,
});

const checkShape = ({ subject, text, html }: MailingContent): ContentProblem[] => {
  const problems: ContentProblem[] = [];
  if (!subject.trim())
    problems.push(problem('subject', 'empty', '件名を入力してください。', 'The subject is empty.'));
  if (subject.length > longestSubject)
    problems.push(
      problem(
        'subject',
        'too-long',
        `件名は${longestSubject}文字以内にしてください。`,
        `The subject must not exceed ${longestSubject} characters.`,
      ),
    );
  if (/[\p{Cc}\u2028\u2029]/u.test(subject))
    problems.push(
      problem(
        'subject',
        'control-character',
        '件名に改行などの制御文字は使えません。',
        'The subject must not contain line breaks or control characters.',
      ),
    );
  if (!text.trim())
    problems.push(
      problem('text', 'empty', 'テキスト本文を入力してください。', 'The plain text is empty.'),
    );
  for (const [field, source] of [
    ['text', text],
    ['html', html ?? ''],
  ] as const)
    if (source.length > largestBody)
      problems.push(
        problem(
          field,
          'too-large',
          `本文は${largestBody.toLocaleString('ja-JP')}文字以内にしてください。`,
          `The body must not exceed ${largestBody.toLocaleString('en-US')} characters.`,
        ),
      );
  return problems;
};

const checkSource = (
  field: string,
  source: string,
  engine: Liquid,
  known: ReadonlySet<string>,
): ContentProblem[] => {
  try {
    const templates = engine.parse(source);
    const used = new Set(engine.globalFullVariablesSync(templates));
    // Written once for nobody: what needs more memory than a mail may, needs it for everybody.
    engine.renderSync(templates, {});
    return [...used]
      .filter((name) => !known.has(name))
      .map((name) =>
        problem(
          field,
          'unknown-field',
          `差し込み項目「${name}」はありません。`,
          `There is no merge field "${name}".`,
        ),
      );
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return [
      problem(
        field,
        'broken-template',
        `差し込みの書き方が正しくありません: ${detail}`,
        `The merge fields are not written correctly: ${detail}`,
      ),
    ];
  }
};

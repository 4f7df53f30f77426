import type { PlainDate } from '#lib/kernel';

/** What a revision says about itself at the end of the text (付則). */
export interface SupplementaryProvision {
  readonly number: number;
  readonly revisedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  /** Further provisions of this revision; null when there are none. */
  readonly text: string | null;
}

const japaneseDate = ({ year, month, day }: PlainDate): string => `${year}年${month}月${day}日`;

const provision = (
  { number, revisedOn, effectiveOn, text }: SupplementaryProvision,
  noun: string,
): string => {
  const day = japaneseDate(effectiveOn);
  const said =
    number === 1
      ? `この${noun}は、${day}から実施します。`
      : `改訂された${noun}は、${day}から実施します。`;
  return [`## 付則（${japaneseDate(revisedOn)}）`, said, ...(text === null ? [] : [text])].join(
    '\n\n',
  );
};

/**
 * The text as published: the provisions, and the supplementary ones of every revision so far, none of them lost.
 * @param noun what the document calls itself: 規約, 約款, 方針
 * @clause D1 付則
 */
export const fullText = (
  body: string,
  supplements: readonly SupplementaryProvision[],
  noun: string,
): string =>
  [body.trim(), ...supplements.map((s) => provision(s, noun)), '以上'].join('\n\n') + '\n';

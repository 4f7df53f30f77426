import type { PlainDate } from '#lib/kernel';
import { isPublished } from './version-record.js';
import type { PublishedVersion, VersionRecord } from './version-record.js';

/** As lawyers leave a day open: a version has none until it is public. */
const openDay = '〇年〇月〇日';
const japaneseDate = (date: PlainDate | null): string =>
  date === null ? openDay : `${date.year}年${date.month}月${date.day}日`;

/** What a revision says about itself at the end of the text (付則). */
const supplementaryProvision = (
  { number, revisedOn, effectiveOn, supplement }: VersionRecord,
  noun: string,
): string => {
  const day = japaneseDate(effectiveOn);
  const said =
    number === 1
      ? `この${noun}は、${day}から実施します。`
      : `改訂された${noun}は、${day}から実施します。`;
  const further = supplement === null ? [] : [supplement];
  return [`## 付則（${japaneseDate(revisedOn)}）`, said, ...further].join('\n\n');
};

/**
 * The text as published, or as it would be now: the provisions, and the supplementary ones of every revision so far,
 * none of them lost.
 * @param earlier the published versions before it, the newest first
 * @param noun what the document calls itself: 規約, 約款, 方針
 * @clause D1 付則
 */
export const fullTextOf = (
  version: VersionRecord,
  earlier: readonly PublishedVersion[],
  noun: string,
): string =>
  [
    version.body.trim(),
    ...[...earlier.toReversed(), version].map((each) => supplementaryProvision(each, noun)),
    '以上',
  ].join('\n\n') + '\n';

/** What a version says: its text as published, or what it would be if it were published now. */
export const wordingOf = (
  version: VersionRecord,
  all: readonly VersionRecord[],
  noun: string,
): string => version.fullText ?? fullTextOf(version, all.filter(isPublished), noun);

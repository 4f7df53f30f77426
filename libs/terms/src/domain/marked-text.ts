import { diffArrays } from 'diff';

/** A run of text; `isChanged` is what the table underlines. */
export interface Run {
  readonly text: string;
  readonly isChanged: boolean;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

export const unmarked = (text: string): readonly Run[] => [{ text, isChanged: false }];
export const marked = (text: string): readonly Run[] => [{ text, isChanged: true }];

/** Two texts, each with the words marked that the other does not have in that place. */
export const markChanges = (
  before: string,
  after: string,
): { readonly old: readonly Run[]; readonly new: readonly Run[] } => {
  const parts = diffArrays(wordsOf(before), wordsOf(after));
  const side = (hidden: 'added' | 'removed'): readonly Run[] =>
    joinMarks(
      parts
        .filter((part) => !part[hidden])
        .map(({ value, added, removed }) => ({
          text: value.join(''),
          isChanged: added || removed,
        })),
    );
  return { old: side('added'), new: side('removed') };
};

/** What stands between two marks is marked too when it is shorter than a reader would notice. */
const shortest = 3;

const joinMarks = (runs: readonly Run[]): readonly Run[] => {
  const joined: Run[] = [];
  runs.forEach(({ text, isChanged }, i) => {
    const isBetween = runs[i - 1]?.isChanged === true && runs[i + 1]?.isChanged === true;
    const run = { text, isChanged: isChanged || (isBetween && text.length < shortest) };
    const last = joined.at(-1);
    if (last?.isChanged === run.isChanged)
      joined[joined.length - 1] = { ...run, text: last.text + text };
    else joined.push(run);
  });
  return joined;
};

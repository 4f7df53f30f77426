import { describe, expect, it } from '@jest/globals';
import { courseChangeRefusalTexts } from './course-change.js';
import { interruptionReasonTexts } from './interruption-reasons.js';
import { rejectionReasonTexts, terminationReasonTexts } from './termination.js';

const all = Object.entries({
  courseChangeRefusalTexts,
  interruptionReasonTexts,
  rejectionReasonTexts,
  terminationReasonTexts,
}).flatMap(([name, texts]) =>
  Object.entries(texts).map(([code, text]) => [name, code, text] as const),
);

describe('what people are told', () => {
  it.each(all)('%s %s is Japanese, and English', (_, __, { ja, en }) => {
    expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  });
});

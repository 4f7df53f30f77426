import { describe, expect, it } from '@jest/globals';
import { electionFindings, subjectFindings } from './subject-findings.js';

describe('a subject', () => {
  it.each([
    ['春の新作のお知らせ', []],
    ['【4月号】新茶が届きました！', []],
    ['NHK で紹介されました', []],
    ['Re: ご注文の件', ['subject.fake-reply']],
    ['転送：重要なお知らせ', ['subject.fake-reply']],
    ['本日限り！！！', ['subject.shouting']],
    ['★★★大売出し', ['subject.shouting']],
    ['BUY NOW AND SAVE', ['subject.capitals']],
    ['誰でも簡単に稼げる方法', ['subject.bait']],
    ['You have won!!!', ['subject.shouting', 'subject.bait']],
  ])('%s', (subject, codes) => {
    expect(subjectFindings(subject).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a mail about an election', () => {
  it.each([
    ['general', ['衆議院選挙のお願い', ''], 1],
    ['general', ['お知らせ', '山田候補者を応援します'], 1],
    ['election', ['衆議院選挙のお願い', ''], 0],
    ['general', ['春のお知らせ', '新作です'], 0],
  ])('of category %s with %j gets %d findings', (category, texts, count) => {
    expect(electionFindings(category, texts)).toHaveLength(count);
  });
});

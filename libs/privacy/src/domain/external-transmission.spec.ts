import { contentPolicy, foreignPlaces } from '#platform/http';
import { describe, expect, it } from '@jest/globals';
import { transmissionsTo } from './external-transmission.js';

describe('what browsers are made to send elsewhere', () => {
  it('is nothing', () => {
    expect(transmissionsTo(foreignPlaces(contentPolicy))).toEqual([]);
  });

  it('would have to be described', () => {
    const places = foreignPlaces({ ...contentPolicy, scriptSrc: ["'self'", 'https://stats.test'] });
    expect(places).toEqual(['https://stats.test']);
    expect(() => transmissionsTo(places)).toThrow(
      'Nobody says what pages send to https://stats.test',
    );
    const texts = { ja: '閲覧したページの URL', en: 'The URL of the page' };
    const described = {
      ...{ place: 'https://stats.test', recipient: texts, data: texts },
      ...{ purpose: texts, recipientPurpose: texts },
    };
    expect(transmissionsTo(places, [described])).toEqual([described]);
  });
});

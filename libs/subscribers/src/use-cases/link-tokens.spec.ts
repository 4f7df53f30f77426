import { newId } from '#lib/kernel';
import { Secrets } from '#platform/secrets';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LinkTokens } from './link-tokens.js';

const tokens = new LinkTokens(new Secrets(Buffer.alloc(32, 7)));
const strangers = new LinkTokens(new Secrets(Buffer.alloc(32, 8)));
const id = fc.uuid();
const subject = fc.record({
  subscriberId: id.filter((text) => !/^[0-]+$/.test(text)),
  newsletterId: fc.option(id.filter((text) => !/^[0-]+$/.test(text))),
  campaignId: fc.option(id.filter((text) => !/^[0-]+$/.test(text))),
});

describe('LinkTokens', () => {
  it('opens what it made, for that purpose only, whatever the letter case', () => {
    fc.assert(
      fc.property(subject, (each) => {
        const token = tokens.link('unsubscribe', each);
        expect(tokens.openLink('unsubscribe', token.toUpperCase())).toEqual(each);
        expect(tokens.openLink('preferences', token)).toBeUndefined();
        expect(tokens.openMailLink(token)).toBeUndefined();
        expect(tokens.openUndo(token)).toBeUndefined();
        expect(strangers.openLink('unsubscribe', token)).toBeUndefined();
        expect(token).toMatch(/^[a-z2-7]{103}$/);
      }),
    );
  });

  it('fits a mail address and names the newsletter by its end', () => {
    fc.assert(
      fc.property(subject, (each) => {
        const token = tokens.mailLink(each);
        expect(`unsubscribe-${token}`.length).toBe(62);
        expect(tokens.openMailLink(token)).toEqual({
          subscriberId: each.subscriberId,
          newsletterTail: each.newsletterId?.slice(-10).replace(/^0{10}$/, '') || null,
        });
        expect(tokens.openLink('unsubscribe', token)).toBeUndefined();
      }),
    );
  });

  it('keeps the instant of a leave to the millisecond', () => {
    const at = new Date('2026-01-31T14:59:59.999Z');
    const subscriberId = newId(at);
    expect(tokens.openUndo(tokens.undo(subscriberId, at))).toEqual({ subscriberId, at });
  });

  it('refuses 100,000 altered tokens', () => {
    const at = new Date('2026-01-31T14:59:59.999Z');
    const link = { subscriberId: newId(at), newsletterId: newId(at), campaignId: newId(at) };
    const made = [tokens.link('unsubscribe', link), tokens.mailLink(link)];
    const letters = 'abcdefghijklmnopqrstuvwxyz234567';
    let accepted = 0;
    for (let i = 0; i < 100_000; i++) {
      const token = made[i % 2] ?? '';
      const place = i % token.length;
      const other = letters.charAt((letters.indexOf(token.charAt(place)) + 1 + (i % 31)) % 32);
      if (other === token.charAt(place)) continue;
      const altered = token.slice(0, place) + other + token.slice(place + 1);
      if (tokens.openLink('unsubscribe', altered) ?? tokens.openMailLink(altered)) accepted++;
    }
    expect(accepted).toBe(0);
  });
});

import type { Locale, PlainDate } from '#lib/kernel';
import type { Issuer, Recipient } from '../store/invoice.row.js';

/** 2026年7月11日, 11 July 2026. */
export const dayText = (date: PlainDate, locale: Locale): string =>
  locale === 'ja'
    ? `${date.year}年${date.month}月${date.day}日`
    : date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Amounts stand in a column: no unit, thousands apart, a triangle before what is taken off, as accountants write. */
export const amountText = (amount: number): string =>
  `${amount < 0 ? '△' : ''}${Math.abs(amount).toLocaleString('en-US')}`;

/** Where a transfer goes to: the recipient's own account where it has one. */
export const payableTo = ({ ownAccount, bankAccount }: Issuer, locale: Locale): string =>
  ownAccount?.[locale] ?? bankAccount;

/** 様 goes to a person, 御中 to a firm. */
export const titled = ({ name, kind }: Pick<Recipient, 'name' | 'kind'>): string =>
  `${name} ${kind === 'individual' ? '様' : '御中'}`;

/** Whom a document is for: a firm and who sees to it there, never with both titles; a person once. */
export const addressee = (recipient: Recipient, locale: Locale): string => {
  const { name, kind, contactPerson } = recipient;
  const named = contactPerson !== null && bare(contactPerson) !== '';
  const isSame = named && kind === 'individual' && bare(contactPerson) === bare(name);
  if (!named || isSame) return locale === 'ja' ? titled(recipient) : name;
  return locale === 'ja' ? `${name}\n${contactPerson} 様` : `${name}\nAttn. ${contactPerson}`;
};

const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

import type { BadInput } from './bad-input.js';

const form = '/api/v1/newsletters/{newsletterId}/form/draft';
const texts = { ja: 'あ', en: 'a' };
const field = { name: 'prefecture', type: 'text', required: true, label: texts };
const content = { fields: [field], intro: texts, notice: texts, consent: texts };
const profile = { senderName: 'テスト商店', fromAddress: 'news@example.jp' };
const edited = { 'If-Match': '"v1"' };

/** Newsletters, forms and addresses that cannot be. */
export const newsletters: readonly BadInput[] = [
  {
    what: 'a slug with a slash',
    to: 'POST /api/v1/newsletters',
    body: { slug: '../x', title: 'x', locale: 'ja' },
    refused: '422 request.invalid: slug matches',
  },
  {
    what: 'a slug that is taken',
    to: 'POST /api/v1/newsletters',
    body: { slug: 'news', title: 'x', locale: 'ja' },
    refused: '409 subscribers.slug-taken: slug',
  },
  {
    what: 'a language we do not speak',
    to: 'POST /api/v1/newsletters',
    body: { slug: 'x', title: 'x', locale: 'fr' },
    refused: '422 request.invalid: locale isIn',
  },
  {
    what: 'a title with a line break',
    to: 'POST /api/v1/newsletters',
    body: { slug: 'x', title: 'a\nb', locale: 'ja' },
    refused: '422 request.invalid: title isClean',
  },
  {
    what: 'a field called __proto__',
    to: `PUT ${form}`,
    body: { ...content, fields: [{ ...field, name: '__proto__' }] },
    refused: '422 subscribers.bad-form: fields[0].name',
  },
  {
    what: 'a field called email',
    to: `PUT ${form}`,
    body: { ...content, fields: [{ ...field, name: 'email' }] },
    refused: '422 subscribers.bad-form: fields[0].name',
  },
  {
    what: 'two fields of one name',
    to: `PUT ${form}`,
    body: { ...content, fields: [field, field] },
    refused: '422 subscribers.bad-form: fields[1].name',
  },
  {
    what: 'a choice without choices',
    to: `PUT ${form}`,
    body: { ...content, fields: [{ ...field, type: 'choice' }] },
    refused: '422 subscribers.bad-form: fields[0].choices',
  },
  {
    what: 'a label that is text',
    to: `PUT ${form}`,
    body: { ...content, fields: [{ ...field, label: 'x' }] },
    refused: '422 request.invalid: fields[0].label isObject, fields[0].label nestedValidation',
  },
  {
    what: 'no consent',
    to: `PUT ${form}`,
    body: { ...content, consent: undefined },
    refused: '422 request.invalid: consent isObject',
  },
  {
    what: 'an address without an @',
    to: 'POST /api/v1/newsletters/{newsletterId}/unsubscriptions',
    body: { address: 'taro.example.jp' },
    refused: '422 subscribers.bad-address: address',
  },
  {
    what: 'an address with a line break',
    to: 'POST /api/v1/newsletters/{newsletterId}/unsubscriptions',
    body: { address: 'a@example.jp\r\nBcc: b@example.jp' },
    refused: '422 request.invalid: address isClean',
  },
  {
    what: 'a sender address with a name in it',
    to: 'PUT /api/v1/settings/sender',
    body: { ...profile, fromAddress: 'News <news@example.jp>' },
    headers: edited,
    refused: '422 accounts.bad-address: fromAddress',
  },
  {
    what: 'a sender address with a blank',
    to: 'PUT /api/v1/settings/sender',
    body: { ...profile, fromAddress: 'a b@example.jp' },
    headers: edited,
    refused: '422 accounts.bad-address: fromAddress',
  },
  {
    what: 'a sender name with a line break',
    to: 'PUT /api/v1/settings/sender',
    body: { ...profile, senderName: 'x\r\nBcc: y' },
    headers: edited,
    refused: '422 request.invalid: senderName isClean',
  },
  {
    what: 'a reply address that is two',
    to: 'PUT /api/v1/settings/sender',
    body: { ...profile, replyToAddress: 'a@example.jp, b@example.jp' },
    headers: edited,
    refused: '422 accounts.bad-address: replyToAddress',
  },
];

import type { BadInput } from './bad-input.js';

/** Sign-ins, tokens and public pages asked for wrongly. */
export const pages: readonly BadInput[] = [
  {
    what: 'a sign-in without a password',
    to: 'POST /api/v1/session',
    body: { email: 'a@example.jp' },
    refused: '422 request.invalid: password isString, password minLength, password maxLength',
  },
  {
    what: 'a sign-in with objects',
    to: 'POST /api/v1/session',
    body: { email: { $gt: '' }, password: { $gt: '' } },
    refused:
      '422 request.invalid: email isString, email minLength, email maxLength, password isString, password minLength, password maxLength',
  },
  {
    what: 'a password of a megabyte',
    to: 'POST /api/v1/session',
    body: { email: 'a@example.jp', password: 'x'.repeat(1_000_000) },
    refused: '422 request.invalid: password maxLength',
  },
  {
    what: 'a sign-in with a NUL',
    to: 'POST /api/v1/session',
    body: { email: 'a\u0000@example.jp', password: 'x' },
    refused: '422 request.malformed: email',
  },
  {
    what: 'an invitation of nobody',
    to: 'POST /api/v1/invitations/show',
    body: { token: 'x' },
    refused: '404 accounts.invitation-not-found',
  },
  {
    what: 'a password reset with a token of nobody',
    to: 'POST /api/v1/password-resets/complete',
    body: { token: 'x', password: 'Sunflower-42-river' },
    refused: '404 accounts.password-reset-not-found',
  },
  {
    what: 'a tenant that does not exist',
    to: 'GET /t/nobody/news',
    refused: '404 subscribers.no-newsletter',
  },
  { what: 'a path with a NUL', to: 'GET /t/aoba/%00', refused: '404 request.not-found' },
  {
    what: 'a forged unsubscribe link',
    to: 'POST /u/forged',
    body: '',
    type: 'application/x-www-form-urlencoded',
    refused: '404 subscribers.bad-token',
  },
  {
    what: 'a forged one-click link',
    to: 'POST /one-click/%00',
    body: 'List-Unsubscribe=One-Click',
    type: 'application/x-www-form-urlencoded',
    refused: '404 request.not-found',
  },
  {
    what: 'a forged confirmation',
    to: 'POST /confirm/forged',
    body: '',
    type: 'application/x-www-form-urlencoded',
    refused: '404 subscribers.confirm-too-late',
  },
  {
    what: 'a form of 300 kB',
    to: 'POST /t/aoba/news',
    body: `email=${'x'.repeat(300_000)}`,
    type: 'application/x-www-form-urlencoded',
    refused: '422 request.too-large',
  },
  {
    what: 'a form whose field has a NUL',
    to: 'POST /t/aoba/news',
    body: 'email=a%40example.jp&consent=on&name=%00',
    type: 'application/x-www-form-urlencoded',
    refused: '422 request.malformed: name',
  },
  {
    what: 'a form with 2,000 parameters',
    to: 'POST /t/aoba/news',
    body: 'a=b&'.repeat(2_000),
    type: 'application/x-www-form-urlencoded',
    refused: '422 request.too-large',
  },
  {
    what: 'a route that does not exist',
    to: 'GET /api/v1/nothing',
    refused: '404 request.not-found',
  },
  {
    what: 'a verb that a route does not have',
    to: 'PUT /api/v1/campaigns',
    body: {},
    refused: '404 request.not-found',
  },
];

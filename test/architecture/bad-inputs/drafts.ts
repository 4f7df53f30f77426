import type { BadInput } from './bad-input.js';

const campaigns = '/api/v1/campaigns';
const draft = `${campaigns}/{campaignId}`;

/** Drafts, versions, templates and times that cannot be. */
export const drafts: readonly BadInput[] = [
  {
    what: 'a subject with a line break',
    to: `POST ${campaigns}`,
    body: { subject: '春\r\nBcc: all@example.jp' },
    refused: '422 request.invalid: subject isClean',
  },
  {
    what: 'a preview text with a NUL',
    to: `POST ${campaigns}`,
    body: { preheader: 'a\u0000b' },
    refused: '422 request.malformed: preheader',
  },
  {
    what: 'a body text with a NUL',
    to: `POST ${campaigns}`,
    body: { text: 'a\u0000b' },
    refused: '422 request.malformed: text',
  },
  {
    what: 'a lone surrogate',
    to: `POST ${campaigns}`,
    body: '{"subject": "\\ud800"}',
    refused: '422 request.malformed: subject',
  },
  {
    what: 'a subject that is an object',
    to: `POST ${campaigns}`,
    body: { subject: { $ne: '' } },
    refused: '422 request.invalid: subject isString, subject minLength, subject maxLength',
  },
  {
    what: 'a subject that is null',
    to: `POST ${campaigns}`,
    body: { subject: null },
    refused: '422 request.invalid: subject isString, subject minLength, subject maxLength',
  },
  {
    what: 'a subject of 201 letters',
    to: `POST ${campaigns}`,
    body: { subject: '春'.repeat(201) },
    refused: '422 request.invalid: subject maxLength',
  },
  {
    what: 'an id that is no id',
    to: `POST ${campaigns}`,
    body: { newsletterIds: ["' OR 1=1 --"] },
    refused: '422 request.invalid: newsletterIds isUuid',
  },
  {
    what: 'ids that are no list',
    to: `POST ${campaigns}`,
    body: { newsletterIds: { length: 1 } },
    refused:
      '422 request.invalid: newsletterIds isArray, newsletterIds arrayMinSize, newsletterIds arrayMaxSize, newsletterIds isUuid',
  },
  {
    what: '51 newsletters',
    to: `POST ${campaigns}`,
    body: {
      newsletterIds: Array.from({ length: 51 }, () => '01890000-0000-7000-8000-000000000000'),
    },
    refused: '422 request.invalid: newsletterIds arrayMaxSize',
  },
  {
    what: 'a flag as text',
    to: `POST ${campaigns}`,
    body: { tracking: 'yes' },
    refused: '422 request.invalid: tracking isBoolean',
  },
  {
    what: 'segment and condition at once',
    to: `POST ${campaigns}`,
    body: {
      segmentId: '01890000-0000-7000-8000-000000000000',
      condition: { joined: 'before', value: '2026-01-01' },
    },
    refused: '422 campaign.target-twice: condition',
  },
  {
    what: 'an edit without the version',
    to: `PATCH ${draft}`,
    body: { subject: '春' },
    refused: '422 request.if-match-needed: If-Match',
  },
  {
    what: 'an edit of a version that is none',
    to: `PATCH ${draft}`,
    body: { subject: '春' },
    headers: { 'If-Match': 'v1' },
    refused: '422 request.if-match-needed: If-Match',
  },
  {
    what: 'an edit of an older version',
    to: `PATCH ${draft}`,
    body: { subject: '春' },
    headers: { 'If-Match': '"v999"' },
    refused: '409 request.version-changed: If-Match',
  },
  {
    what: 'a template that does not close',
    to: `POST ${campaigns}/{brokenId}/schedule`,
    body: { at: '2026-05-01T09:00:00+09:00' },
    refused: '422 campaign.not-ready: text',
  },
  {
    what: 'a broken template, at once',
    to: `POST ${campaigns}/{brokenId}/send-now`,
    refused: '422 campaign.not-ready: text',
  },
  {
    what: 'a day that does not exist',
    to: `POST ${draft}/schedule`,
    body: { at: '2026-02-30T09:00:00+09:00' },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'an instant without its offset',
    to: `POST ${draft}/schedule`,
    body: { at: '2026-05-01T09:00:00' },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'a date in words',
    to: `POST ${draft}/schedule`,
    body: { at: 'tomorrow' },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'a time in the past',
    to: `POST ${draft}/schedule`,
    body: { at: '2025-01-01T09:00:00+09:00' },
    refused: '422 campaign.time-past: at',
  },
  {
    what: 'a time in the year 12000',
    to: `POST ${draft}/schedule`,
    body: { at: '+012000-01-01T09:00:00+09:00' },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'a number for a time',
    to: `POST ${draft}/schedule`,
    body: { at: 1_790_000_000 },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'a leap second of nobody',
    to: `POST ${draft}/schedule`,
    body: { at: '2026-05-01T24:61:00+09:00' },
    refused: '422 request.invalid: at isInstant',
  },
  {
    what: 'an idempotency key with spaces',
    to: `POST ${draft}/send-now`,
    headers: { 'Idempotency-Key': 'a b' },
    refused: '422 accounts.bad-idempotency-key: Idempotency-Key',
  },
  {
    what: 'an idempotency key of 256 letters',
    to: `POST ${draft}/send-now`,
    headers: { 'Idempotency-Key': 'k'.repeat(256) },
    refused: '422 accounts.bad-idempotency-key: Idempotency-Key',
  },
];

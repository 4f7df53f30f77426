import { encodeCursor } from '#platform/http';
import type { BadInput } from './bad-input.js';

const campaigns = '/api/v1/campaigns';

/** Ids, cursors, limits and periods that cannot be. */
export const lists: readonly BadInput[] = [
  { what: 'a path id that is none', to: `GET ${campaigns}/1`, refused: '404 request.not-found' },
  { what: 'a path id with a NUL', to: `GET ${campaigns}/%00`, refused: '404 request.not-found' },
  {
    what: 'a path that cannot be decoded',
    to: `GET ${campaigns}/%E0%A4%A`,
    refused: '422 request.malformed',
  },
  {
    what: 'a path id of 10,000 letters',
    to: `GET ${campaigns}/${'a'.repeat(10_000)}`,
    refused: '404 request.not-found',
  },
  {
    what: 'a cursor in clear text',
    to: `GET ${campaigns}?cursor=next`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a cursor whose id is none',
    to: `GET ${campaigns}?cursor=${encodeCursor({ sort: '', id: 'x' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a segment cursor whose id is none',
    to: `GET /api/v1/segments?cursor=${encodeCursor({ sort: 'a', id: 'x' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a segment cursor with a NUL',
    to: `GET /api/v1/segments?cursor=${encodeCursor({ sort: 'a\u0000', id: '01890000-0000-7000-8000-000000000000' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a removals cursor whose id is none',
    to: `GET /api/v1/bounces/removals?cursor=${encodeCursor({ sort: '2026-01-01T00:00:00Z', id: 'x' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'an audit cursor whose time is none',
    to: `GET /api/v1/audit?cursor=${encodeCursor({ sort: 'yesterday', id: '01890000-0000-7000-8000-000000000000' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a newsletters cursor whose id is none',
    to: `GET /api/v1/newsletters?cursor=${encodeCursor({ sort: 'a', id: 'x' })}`,
    refused: '422 request.bad-cursor: cursor',
  },
  {
    what: 'a limit of 0',
    to: `GET ${campaigns}?limit=0`,
    refused: '422 request.invalid: limit min',
  },
  {
    what: 'a limit that is no number',
    to: `GET ${campaigns}?limit=ten`,
    refused: '422 request.invalid: limit isInt, limit min, limit max',
  },
  {
    what: 'a limit given twice',
    to: `GET ${campaigns}?limit=1&limit=2`,
    refused: '422 request.invalid: limit isInt, limit min, limit max',
  },
  {
    what: 'a status that is none',
    to: `GET ${campaigns}?status=gone`,
    refused: '422 request.invalid: status isIn',
  },
  {
    what: 'a query that does not exist',
    to: `GET ${campaigns}?tenantId=x`,
    refused: '422 request.invalid: tenantId whitelistValidation',
  },
  {
    what: 'a form version that is no number',
    to: 'GET /api/v1/newsletters/{newsletterId}/form/versions/-1',
    refused: '404 subscribers.no-form',
  },
  {
    what: 'a form version too large',
    to: 'GET /api/v1/newsletters/{newsletterId}/form/versions/99999999999',
    refused: '404 subscribers.no-form',
  },
  {
    what: 'statistics from no day',
    to: 'GET /api/v1/newsletters/{newsletterId}/stats?from=2026-02-31',
    refused: '422 subscribers.bad-date: from',
  },
  {
    what: 'statistics backwards',
    to: 'GET /api/v1/newsletters/{newsletterId}/stats?from=2026-03-01&to=2026-01-01',
    refused: '422 subscribers.bad-period: from',
  },
  {
    what: 'a summary from no instant',
    to: 'GET /api/v1/bounces/summary?from=yesterday',
    refused: '422 request.invalid: from isInstant',
  },
  {
    what: 'a summary backwards',
    to: 'GET /api/v1/bounces/summary?from=2026-03-01T00:00:00Z&to=2026-01-01T00:00:00Z',
    refused: '422 bounces.bad-period: from',
  },
];

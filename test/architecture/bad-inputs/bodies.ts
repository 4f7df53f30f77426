import type { BadInput } from './bad-input.js';

const campaigns = '/api/v1/campaigns';

/** Bodies that are no JSON, of another type, too large, or hostile in their shape. */
export const bodies: readonly BadInput[] = [
  {
    what: 'JSON that stops in the middle',
    to: `POST ${campaigns}`,
    body: '{"subject": "春',
    refused: '422 request.malformed',
  },
  {
    what: 'JSON with a comma too many',
    to: `POST ${campaigns}`,
    body: '{"subject": "春",}',
    refused: '422 request.malformed',
  },
  {
    what: 'a body that is a list',
    to: `POST ${campaigns}`,
    body: [],
    refused: '422 request.invalid: body isObject',
  },
  {
    what: 'a body that is a number',
    to: `POST ${campaigns}`,
    body: '1',
    refused: '422 request.malformed',
  },
  {
    what: 'a body that is null',
    to: `POST ${campaigns}`,
    body: 'null',
    refused: '422 request.malformed',
  },
  {
    what: 'a body that is text',
    to: `POST ${campaigns}`,
    body: '"text"',
    refused: '422 request.malformed',
  },
  {
    what: 'no body where one is needed',
    to: 'POST /api/v1/segments',
    refused:
      '422 request.invalid: name isString, name minLength, name maxLength, condition isObject',
  },
  {
    what: 'XML',
    to: 'POST /api/v1/segments',
    body: '<segment/>',
    type: 'application/xml',
    refused:
      '422 request.invalid: name isString, name minLength, name maxLength, condition isObject',
  },
  {
    what: 'a form post to the API',
    to: 'POST /api/v1/session',
    body: 'email=a&password=b',
    type: 'application/x-www-form-urlencoded',
    refused: '422 request.unsupported-type',
  },
  {
    what: 'a multipart body',
    to: 'POST /api/v1/segments',
    body: '--x\r\n\r\n--x--',
    type: 'multipart/form-data; boundary=x',
    refused:
      '422 request.invalid: name isString, name minLength, name maxLength, condition isObject',
  },
  {
    what: 'an unknown charset',
    to: `POST ${campaigns}`,
    body: '{}',
    type: 'application/json; charset=x-nobody',
    refused: '422 request.unsupported-type',
  },
  {
    what: 'an unknown encoding',
    to: `POST ${campaigns}`,
    body: '{}',
    headers: { 'Content-Encoding': 'x-nobody' },
    refused: '422 request.unsupported-type',
  },
  {
    what: 'a body that is not the gzip it claims to be',
    to: `POST ${campaigns}`,
    body: '{}',
    headers: { 'Content-Encoding': 'gzip' },
    refused: '422 request.malformed',
  },
  {
    what: 'three megabytes',
    to: `POST ${campaigns}`,
    body: { text: 'x'.repeat(3_000_000) },
    refused: '422 request.too-large',
  },
  {
    what: 'a key of the prototype',
    to: `POST ${campaigns}`,
    body: '{"__proto__": {"subject": "x"}}',
    refused: '422 request.malformed',
  },
  {
    what: 'a constructor',
    to: `POST ${campaigns}`,
    body: '{"constructor": {"prototype": {"subject": "x"}}}',
    refused: '422 request.malformed',
  },
  {
    what: 'a field that does not exist',
    to: `POST ${campaigns}`,
    body: { subjet: '春' },
    refused: '422 request.invalid: subjet whitelistValidation',
  },
  {
    what: 'a field that only the server sets',
    to: `POST ${campaigns}`,
    body: { status: 'sent', tenantId: 'x' },
    refused: '422 request.invalid: status whitelistValidation, tenantId whitelistValidation',
  },
  {
    what: 'thousands of lists in lists',
    to: 'POST /api/v1/segments',
    body: `{"name": "x", "condition": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    refused: '422 request.malformed: condition',
  },
];

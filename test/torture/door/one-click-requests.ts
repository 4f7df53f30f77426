import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A way in which a mail program, or something on its way, may put the one wish of RFC 8058. */
interface OneClickRequest {
  readonly name: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** What it makes of the link's path. */
  readonly path?: (path: string) => string;
}

const wish = 'List-Unsubscribe=One-Click';
const boundary = 'A1b2C3';
const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;
const form = 'application/x-www-form-urlencoded';

const typed = (type: string, more: OutgoingHttpHeaders = {}): OutgoingHttpHeaders => ({
  'Content-Type': type,
  ...more,
});

/** The link alone says who leaves what; the rest must never stand in the way. @rfc 8058 §3.2 */
export const oneClickRequests: readonly OneClickRequest[] = [
  { name: 'urlencoded', headers: typed(form), body: wish },
  {
    name: 'multipart',
    headers: typed(`multipart/form-data; boundary=${boundary}`),
    body: multipart,
  },
  { name: 'no body' },
  { name: 'no body, length told', headers: { 'Content-Length': '0' } },
  { name: 'body without a type', body: wish },
  { name: 'text', headers: typed('text/plain'), body: wish },
  {
    name: 'odd case',
    headers: { 'content-TYPE': 'APPLICATION/X-WWW-Form-URLEncoded;CharSet="UTF-8"' },
    body: 'LIST-UNSUBSCRIBE=one-click',
  },
  { name: 'a Japanese charset', headers: typed(`${form}; charset=iso-2022-jp`), body: wish },
  { name: 'half an escape', headers: typed(form), body: `${wish}%` },
  { name: 'trailing garbage', headers: typed(form), body: `${wish}\r\n\0\0\u{fffd}` },
  { name: 'many values', headers: typed(form), body: `${wish}&`.repeat(2_000) },
  { name: 'a huge body', headers: typed(form), body: `${wish}&x=${'x'.repeat(300_000)}` },
  { name: 'the prototype', headers: typed(form), body: `__proto__=1&constructor=2&${wish}` },
  { name: 'JSON', headers: typed('application/json'), body: '{"List-Unsubscribe":"One-Click"}' },
  { name: 'broken JSON', headers: typed('application/json'), body: wish },
  { name: 'another type', headers: typed('application/x-unheard-of; x'), body: wish },
  { name: 'no type at all', headers: typed(';;;'), body: wish },
  { name: 'parts without a boundary', headers: typed('multipart/form-data'), body: multipart },
  {
    name: 'parts without an end',
    headers: typed(`multipart/form-data; boundary=${boundary}`),
    body: multipart.slice(0, 40),
  },
  {
    name: 'in chunks',
    headers: typed(form, { 'Transfer-Encoding': 'chunked' }),
    body: wish,
  },
  { name: 'packed', headers: typed(form, { 'Content-Encoding': 'gzip' }), body: gzipSync(wish) },
  { name: 'said to be packed', headers: typed(form, { 'Content-Encoding': 'gzip' }), body: wish },
  { name: 'packed unheard of', headers: typed(form, { 'Content-Encoding': 'x-zip' }), body: wish },
  {
    name: 'from a page elsewhere',
    headers: typed(form, { Origin: 'null', Cookie: 'a=b; c' }),
    body: wish,
  },
  {
    name: 'from another site',
    headers: typed(form, { Origin: 'https://mail.example.net', 'Sec-Fetch-Site': 'cross-site' }),
    body: wish,
  },
  { name: 'for JSON only', headers: typed(form, { Accept: 'application/json' }), body: wish },
  { name: 'with a query', path: (path) => `${path}?utm_source=mail&x=%`, body: wish },
  { name: 'with a slash at its end', path: (path) => `${path}/`, body: wish },
  { name: 'in capitals', path: (path) => path.replace(/[^/]+$/, (token) => token.toUpperCase()) },
];

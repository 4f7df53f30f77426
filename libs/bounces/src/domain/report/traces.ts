import { addressOf, addressPattern, addressesIn } from '../message/address.js';
import { binaryText } from '../message/binary-text.js';
import { readFields, readMessage } from '../message/mime.js';
import { noticeOf } from '../message/notice.js';
import { statusTypes } from './read-statuses.js';

/** What of our own a report carries within it, the surest first; any of it may be missing or made up. */
export interface Traces {
  /** Addresses that may be signed return paths of ours. */
  readonly returnPaths: readonly string[];
  /** With their angle brackets. */
  readonly messageIds: readonly string[];
  /** Of Feedback-ID: the campaign, whose id only its readers know. */
  readonly campaign: { readonly campaignId: string; readonly tenantId: string } | null;
  /** To whom our mail went, where it was forwarded: the recipient of the report is another's then. @rfc 3464 §2.3.1 */
  readonly sentTo: readonly string[];
  /** Who reports, in small letters; null where From names several, as then nobody knows whom a signature vouches for. */
  readonly reporter: string | null;
}

const most = 5;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const feedbackId = new RegExp(`^(${uuid}):(${uuid}):`, 'i');

/** Looks through the returned message and the report's own fields. Never throws. @rfc 5965 §3.2, 9477 */
export const tracesOf = (raw: Uint8Array): Traces => {
  const message = readMessage(binaryText(raw));
  const { returned } = noticeOf(message);
  const report = readFields(
    message.leaves.find(({ type }) => type === 'message/feedback-report')?.body ?? '',
  );
  const values = (...fields: (string | undefined)[]): string[] =>
    fields.filter((field) => field !== undefined);
  const [, campaignId, tenantId] = feedbackId.exec(returned.get('feedback-id') ?? '') ?? [];
  return {
    returnPaths: values(
      returned.get('cfbl-feedback-id'),
      returned.get('return-path'),
      report.get('original-mail-from'),
    )
      .flatMap(addressesIn)
      .slice(0, most),
    messageIds: values(
      returned.get('message-id'),
      message.headers.get('in-reply-to'),
      message.headers.get('references'),
    )
      .flatMap((value) => value.match(/<[^<>\s]{1,250}>/g) ?? [])
      .slice(0, most),
    campaign:
      campaignId !== undefined && tenantId !== undefined
        ? { campaignId: campaignId.toLowerCase(), tenantId: tenantId.toLowerCase() }
        : null,
    sentTo: values(
      ...message.leaves
        .filter(({ type }) => statusTypes.has(type))
        .map(({ body }) => /^original-recipient[ \t]*:(.*)$/im.exec(body)?.[1]),
      returned.get('x-original-to'),
      returned.get('to'),
    )
      .map(addressOf)
      .filter((address) => address !== null)
      .slice(0, most),
    reporter: onlyAddressIn(message.headers.get('from') ?? ''),
  };
};

const onlyAddressIn = (from: string): string | null => {
  const named = from.toLowerCase().match(new RegExp(addressPattern, 'g')) ?? [];
  const [address, ...others] = new Set(named);
  return address === undefined || others.length > 0 ? null : address;
};

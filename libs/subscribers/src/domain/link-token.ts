/** What a link in a mail stands for. Null where the link belongs to no single newsletter or campaign. */
export interface LinkSubject {
  readonly subscriberId: string;
  readonly newsletterId: string | null;
  readonly campaignId: string | null;
}

const none = '0'.repeat(32);
const idBytes = 16;

/** 48 bytes whatever the link stands for, so that all links of a campaign have one length. */
export const packLink = ({ subscriberId, newsletterId, campaignId }: LinkSubject): Uint8Array =>
  bytesOf([subscriberId, newsletterId, campaignId].map((id) => hexOf(id)).join(''));

export const unpackLink = (bytes: Uint8Array): LinkSubject | undefined => {
  if (bytes.length !== 3 * idBytes) return undefined;
  const [subscriberId, newsletterId, campaignId] = [0, 1, 2].map((i) =>
    idOf(bytes.subarray(i * idBytes, (i + 1) * idBytes)),
  );
  if (!subscriberId) return undefined;
  return { subscriberId, newsletterId: newsletterId ?? null, campaignId: campaignId ?? null };
};

/** Fits the local part of an address: the person and the last five bytes of the newsletter's id. */
export const packMailLink = ({ subscriberId, newsletterId }: LinkSubject): Uint8Array =>
  bytesOf(hexOf(subscriberId) + hexOf(newsletterId).slice(-10));

export const unpackMailLink = (
  bytes: Uint8Array,
): { subscriberId: string; newsletterTail: string | null } | undefined => {
  const subscriberId = bytes.length === idBytes + 5 ? idOf(bytes.subarray(0, idBytes)) : undefined;
  if (!subscriberId) return undefined;
  const tail = hex(bytes.subarray(idBytes));
  return { subscriberId, newsletterTail: /^0+$/.test(tail) ? null : tail };
};

/** 22 bytes: a person, and the exact instant of the unsubscription to take back. */
export const packUndo = (subscriberId: string, at: Date): Uint8Array =>
  bytesOf(hexOf(subscriberId) + at.getTime().toString(16).padStart(12, '0'));

export const unpackUndo = (bytes: Uint8Array): { subscriberId: string; at: Date } | undefined => {
  const subscriberId = bytes.length === idBytes + 6 ? idOf(bytes.subarray(0, idBytes)) : undefined;
  return subscriberId
    ? { subscriberId, at: new Date(parseInt(hex(bytes.subarray(idBytes)), 16)) }
    : undefined;
};

const hexOf = (id: string | null): string => id?.replaceAll('-', '') ?? none;

/** Runs several times for every mail, hence the plain loop. */
const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = (digitAt(text, 2 * i) << 4) | digitAt(text, 2 * i + 1);
  return bytes;
};

/** The value of a hexadecimal digit: those from 0 to 9 come before the letters. */
const digitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : (code | 32) - 87;
};

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const idOf = (bytes: Uint8Array): string | undefined => {
  const text = hex(bytes);
  if (text === none) return undefined;
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret as its owner sees it: 256 bits in base64 behind `whsec_`. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/**
 * The headers by which a receiver knows that a message is ours, whole and fresh.
 * @see Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`
 */
export const signedHeaders = (
  secret: string,
  id: string,
  at: Date,
  body: string,
): Readonly<Record<string, string>> => {
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
};

import { Config } from '#platform/config';
import { base32, fromBase32, Secrets } from '#platform/secrets';
import type { SecretPurpose } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';

const numberBytes = 6;
const linkBytes = 2;
/** 80 bits: nobody hits a valid one by trying. */
const macBytes = 10;

/**
 * Names of one delivery for the outside world: return path, Message-ID, tracked link and pixel. Each is made of the
 * delivery's number and a MAC under a key of its own, in lower-case base32, so that it survives mail systems, is the
 * same on every try, and cannot be made up or used for another purpose.
 */
@Injectable()
export class DeliveryTokens {
  private readonly domain: string;
  private readonly publicUrl: string;

  constructor(
    private readonly secrets: Secrets,
    config: Config,
  ) {
    this.domain = config.get('MAIL_DOMAIN');
    this.publicUrl = config.publicUrl;
  }

  /** The envelope sender; `1` names the key, for the day there is a second one. 29 characters before the @. */
  returnPath(deliveryNo: number): string {
    return `b1-${this.token('verp', deliveryNo)}@${this.domain}`;
  }

  readReturnPath(address: string): number | undefined {
    const at = address.lastIndexOf('@');
    if (address.slice(at + 1).toLowerCase() !== this.domain) return undefined;
    const local = address.slice(0, at).toLowerCase();
    return local.startsWith('b1-') ? this.read('verp', local.slice(3))?.deliveryNo : undefined;
  }

  /** @rfc 5322 §3.6.4, with its angle brackets */
  messageId(deliveryNo: number): string {
    return `<m1-${this.token('message-id', deliveryNo)}@${this.domain}>`;
  }

  linkUrl(deliveryNo: number, linkNo: number): string {
    return `${this.publicUrl}/c/${this.token('click', deliveryNo, linkNo)}`;
  }

  pixelUrl(deliveryNo: number): string {
    return `${this.publicUrl}/o/${this.token('open', deliveryNo)}.gif`;
  }

  readLink(token: string): { deliveryNo: number; linkNo: number } | undefined {
    return this.read('click', token);
  }

  readPixel(token: string): number | undefined {
    return this.read('open', token)?.deliveryNo;
  }

  private token(purpose: SecretPurpose, deliveryNo: number, linkNo?: number): string {
    const head = Buffer.alloc(numberBytes + (linkNo === undefined ? 0 : linkBytes));
    head.writeUIntBE(deliveryNo, 0, numberBytes);
    if (linkNo !== undefined) head.writeUInt16BE(linkNo, numberBytes);
    return base32(Buffer.concat([head, this.mac(purpose, head)]));
  }

  private read(
    purpose: SecretPurpose,
    token: string,
  ): { deliveryNo: number; linkNo: number } | undefined {
    const headBytes = numberBytes + (purpose === 'click' ? linkBytes : 0);
    const bytes = fromBase32(token);
    if (bytes?.length !== headBytes + macBytes) return undefined;
    const head = bytes.subarray(0, headBytes);
    if (!timingSafeEqual(bytes.subarray(headBytes), this.mac(purpose, head))) return undefined;
    return {
      deliveryNo: head.readUIntBE(0, numberBytes),
      linkNo: purpose === 'click' ? head.readUInt16BE(numberBytes) : 0,
    };
  }

  private mac(purpose: SecretPurpose, head: Buffer): Buffer {
    return this.secrets.mac(purpose, head.toString('hex')).subarray(0, macBytes);
  }
}

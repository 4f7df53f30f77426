import { Config } from '#platform/config';
import { base32, fromBase32, Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';

const numberBytes = 6;
const linkBytes = 2;
/** 80 bits: nobody hits a valid one by trying. */
const macBytes = 10;
/** How many proofs of ten bytes a MAC of 32 has room for. */
const proofsInMac = 3;

/** Each name has a stretch of the MAC to itself, so that none can be used for another purpose. */
const names = { verp: 0, 'message-id': 1, open: 2 } as const;

/**
 * Names of one delivery for the outside world: return path, Message-ID, tracked link and pixel. Each is made of the
 * delivery's number and a proof, in lower-case base32, so that it survives mail systems, is the same on every try, and
 * cannot be made up or used for another purpose. Three proofs at a time are cut from one MAC, since a mail needs many.
 */
@Injectable()
export class DeliveryTokens {
  private readonly domain: string;
  private readonly publicUrl: string;
  /** The MACs made last: the names of one mail are asked for one after the other. */
  private readonly last = { names: nothingYet, click: nothingYet };

  constructor(
    private readonly secrets: Secrets,
    config: Config,
  ) {
    this.domain = config.get('MAIL_DOMAIN');
    this.publicUrl = config.publicUrl;
  }

  /** The envelope sender; `1` names the key, for the day there is a second one. 29 characters before the @. */
  returnPath(deliveryNo: number): string {
    return `b1-${this.name('verp', deliveryNo)}@${this.domain}`;
  }

  readReturnPath(address: string): number | undefined {
    const at = address.lastIndexOf('@');
    if (address.slice(at + 1).toLowerCase() !== this.domain) return undefined;
    const local = address.slice(0, at).toLowerCase();
    return local.startsWith('b1-') ? this.readName('verp', local.slice(3)) : undefined;
  }

  /** @rfc 5322 §3.6.4, with its angle brackets */
  messageId(deliveryNo: number): string {
    return `<m1-${this.name('message-id', deliveryNo)}@${this.domain}>`;
  }

  linkUrl(deliveryNo: number, linkNo: number): string {
    return `${this.publicUrl}/c/${this.click(deliveryNo, linkNo)}`;
  }

  pixelUrl(deliveryNo: number): string {
    return `${this.publicUrl}/o/${this.name('open', deliveryNo)}.gif`;
  }

  readLink(token: string): { deliveryNo: number; linkNo: number } | undefined {
    const bytes = fromBase32(token);
    if (bytes?.length !== numberBytes + linkBytes + macBytes) return undefined;
    const deliveryNo = bytes.readUIntBE(0, numberBytes);
    const linkNo = bytes.readUInt16BE(numberBytes);
    const given = bytes.subarray(numberBytes + linkBytes);
    return timingSafeEqual(given, this.clickProof(deliveryNo, linkNo))
      ? { deliveryNo, linkNo }
      : undefined;
  }

  readPixel(token: string): number | undefined {
    return this.readName('open', token);
  }

  private name(name: keyof typeof names, deliveryNo: number): string {
    const bytes = Buffer.allocUnsafe(numberBytes + macBytes);
    bytes.writeUIntBE(deliveryNo, 0, numberBytes);
    this.nameProof(name, deliveryNo).copy(bytes, numberBytes);
    return base32(bytes);
  }

  private readName(name: keyof typeof names, token: string): number | undefined {
    const bytes = fromBase32(token);
    if (bytes?.length !== numberBytes + macBytes) return undefined;
    const deliveryNo = bytes.readUIntBE(0, numberBytes);
    const given = bytes.subarray(numberBytes);
    return timingSafeEqual(given, this.nameProof(name, deliveryNo)) ? deliveryNo : undefined;
  }

  private click(deliveryNo: number, linkNo: number): string {
    const bytes = Buffer.allocUnsafe(numberBytes + linkBytes + macBytes);
    bytes.writeUIntBE(deliveryNo, 0, numberBytes);
    bytes.writeUInt16BE(linkNo, numberBytes);
    this.clickProof(deliveryNo, linkNo).copy(bytes, numberBytes + linkBytes);
    return base32(bytes);
  }

  private nameProof(name: keyof typeof names, deliveryNo: number): Buffer {
    const text = String(deliveryNo);
    if (this.last.names.text !== text)
      this.last.names = { text, mac: this.secrets.mac('delivery-names', text) };
    return proof(this.last.names.mac, names[name]);
  }

  private clickProof(deliveryNo: number, linkNo: number): Buffer {
    const text = `${deliveryNo}/${Math.floor(linkNo / proofsInMac)}`;
    if (this.last.click.text !== text)
      this.last.click = { text, mac: this.secrets.mac('click', text) };
    return proof(this.last.click.mac, linkNo % proofsInMac);
  }
}

const nothingYet: { readonly text: string; readonly mac: Buffer } = {
  text: '',
  mac: Buffer.alloc(0),
};

const proof = (mac: Buffer, n: number): Buffer => mac.subarray(n * macBytes, (n + 1) * macBytes);

import type { Tx } from '#platform/database';
import { fromBase32 } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { DeliveryTokens } from '../compose/delivery-tokens.js';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import type { DeliveryRef } from '../store/delivery-lookup.js';

const numberBytes = 6;

/** Tells from a Message-ID of ours, which carries a signature, which mail it is. */
@Injectable()
export class MessageIds {
  constructor(
    private readonly tokens: DeliveryTokens,
    private readonly deliveries: DeliveryLookup,
  ) {}

  /** In a transaction of the system. Undefined for any that we did not make, and for mails whose record is erased. */
  async read(tx: Tx, messageId: string): Promise<DeliveryRef | undefined> {
    const token = /^<m1-([a-z2-7]{10,64})@/i.exec(messageId)?.[1]?.toLowerCase();
    const bytes = token === undefined ? undefined : fromBase32(token);
    if (!bytes || bytes.length < numberBytes) return undefined;
    const deliveryNo = bytes.readUIntBE(0, numberBytes);
    const given = Buffer.from(messageId.toLowerCase());
    const ours = Buffer.from(this.tokens.messageId(deliveryNo).toLowerCase());
    const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
    return isOurs ? this.deliveries.byNumber(tx, deliveryNo) : undefined;
  }
}

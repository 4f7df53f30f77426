import type { Texts } from '#lib/kernel';

/** What a browser is made to send to somebody else, and why. @clause §4.3 電気通信事業法27条の12 */
export interface ExternalTransmission {
  /** As the policy of our pages names it: `https://stats.example.jp` */
  readonly place: string;
  readonly recipient: Texts;
  readonly data: Texts;
  /** Of the provider. */
  readonly purpose: Texts;
  /** Of the recipient. */
  readonly recipientPurpose: Texts;
}

/** There is none: nothing of ours is loaded from elsewhere. Whoever changes that says here what is sent and why. */
const known: readonly ExternalTransmission[] = [];

/**
 * Those to the places that our pages may send to.
 * @throws Error for a place of which nobody said what is sent there
 */
export const transmissionsTo = (
  places: readonly string[],
  registry: readonly ExternalTransmission[] = known,
): ExternalTransmission[] =>
  places.map((place) => {
    const found = registry.find((each) => each.place === place);
    if (!found) throw new Error(`Nobody says what pages send to ${place}`);
    return found;
  });

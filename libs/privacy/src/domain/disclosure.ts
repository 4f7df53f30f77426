import type { DataClass, Texts } from '#lib/kernel';

/** By what right personal data may be given to somebody else, and no other. @clause P2 第三者, P4-3, 同意4 */
export const disclosureBases = {
  CONSENT: { ja: '本人の同意', en: 'Consent' },
  LAW: { ja: '法令', en: 'Law' },
  LIFE_PROPERTY: { ja: '生命・身体・財産の保護', en: 'Protection of life or property' },
  PAYMENT_COLLECTION: { ja: '料金の回収', en: 'Collection of payment' },
  PROCESSOR: { ja: '業務の委託', en: 'Work done for us' },
  JOINT_USE: { ja: '共同利用', en: 'Joint use' },
  APPI_PERMITTED: { ja: '個人情報保護法で認められた提供', en: 'Permitted by the act' },
} as const satisfies Record<string, Texts>;
export type DisclosureBasis = keyof typeof disclosureBases;

export const recipientKinds = ['bank', 'processor', 'authority', 'person', 'other'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Personal data that was given out, or is about to be. */
export interface Disclosure {
  readonly id: string;
  readonly at: Date;
  readonly recipient: string;
  readonly recipientKind: RecipientKind;
  readonly basis: DisclosureBasis;
  /** The clause, the law, the order of the court. */
  readonly ground: string;
  readonly classes: readonly DataClass[];
  /** Which data, in words. */
  readonly what: string;
  /** How many people it was about. */
  readonly persons: number;
  readonly tenantIds: readonly string[];
  /** The thing of the platform that was given out; null when entered by hand. */
  readonly source: string | null;
  readonly enteredBy: string | null;
  readonly state: 'proposed' | 'given' | 'declined';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Nothing goes to an authority before a second person has looked at its request. @clause 同意4, P4-6 */
export const stateAtFirst = (kind: RecipientKind): Disclosure['state'] =>
  kind === 'authority' ? 'proposed' : 'given';

/** The mailbox an inquiry came to. @rfc 2142 */
export type InquiryBox = 'support' | 'postmaster' | 'abuse';

export const inquiryBoxes: readonly InquiryBox[] = ['support', 'postmaster', 'abuse'];

/** What people or their mail systems wrote to the provider. */
export interface Inquiry {
  readonly id: string;
  /** The tenant whose address of ours it came to; null where it was nobody's own. */
  readonly tenantId: string | null;
  readonly box: InquiryBox;
  /** The instant of our 250: office hours are counted from here. @clause W23.1 */
  readonly arrivedAt: Date;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  /** True when DMARC passed: the sender is who it says. Null when nobody could tell. */
  readonly isAuthentic: boolean | null;
  readonly closedAt: Date | null;
}

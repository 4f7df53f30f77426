/** The mailbox or desk an inquiry came to. @rfc 2142 */
export const inquiryBoxes = ['support', 'postmaster', 'abuse', 'privacy'] as const;
export type InquiryBox = (typeof inquiryBoxes)[number];

/** How it came: by mail, from a signed-in member, or by a form that anybody can fill in. */
export const inquiryChannels = ['mail', 'portal', 'form'] as const;
type InquiryChannel = (typeof inquiryChannels)[number];

/** One more word in the conversation, after the first letter. */
export interface ThreadEntry {
  readonly at: string;
  readonly by: 'operator' | 'member';
  readonly byId: string;
  readonly text: string;
}

/** What people or their mail systems wrote to the provider. */
export interface Inquiry {
  readonly id: string;
  /** The tenant it comes from or is about; null where it is nobody's. */
  readonly tenantId: string | null;
  /** The campaign a report is about, where the link said so; never whose mail it was. */
  readonly campaignId: string | null;
  readonly box: InquiryBox;
  readonly channel: InquiryChannel;
  /** Dissatisfaction: answered sooner. @clause P2 苦情, P4-10 */
  readonly isComplaint: boolean;
  /** The instant of our 250, or of the request: office hours are counted from here. @clause W23.1 */
  readonly arrivedAt: Date;
  /** When a first answer is promised, counted in open hours. */
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly fromName: string;
  /** Empty when a form was filled in without one. */
  readonly fromAddress: string;
  /** Where the letter asks to be answered, if not where it came from. @rfc 5322 §3.6.2 */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly thread: readonly ThreadEntry[];
  /** True for a letter that can be had as it came. */
  readonly hasLetter: boolean;
  /** What the scanner of viruses said of a letter; null while, or where, nobody has looked. */
  readonly scan: 'clean' | 'infected' | 'too-large' | null;
  /** The virus that was found. */
  readonly virus: string | null;
  /** True when DMARC passed: the sender is who it says. Null when nobody could tell. */
  readonly isAuthentic: boolean | null;
  readonly closedAt: Date | null;
  /** The complainant agreed that the tenant learns where to answer. @clause W19.4 */
  readonly mayShareAddress: boolean;
  /** When it went on to the tenant it is about. @clause W19.4 */
  readonly forwardedAt: Date | null;
}

/** Open hours until a first answer: a working day, half of one for a complaint. */
export const promisedHours = ({ isComplaint }: Pick<Inquiry, 'isComplaint'>): number =>
  isComplaint ? 4 : 8;

/** From which quality of a list on a campaign waits for an operator. Shares from 0 to 1. */
export interface Thresholds {
  readonly afterMails: number;
  readonly bounceRate: number;
  readonly complaintRate: number;
}

/** How a campaign fares: mails that are settled, and what came back about them. */
export interface Fare {
  readonly sent: number;
  /** Without refusals for the sender's sake: they say nothing about the list. */
  readonly bounced: number;
  readonly complained: number;
}

/** Whether the list of a campaign is so bad that nobody should go on mailing it unseen. @clause W12A-9 */
export const isTooBad = (
  { sent, bounced, complained }: Fare,
  { afterMails, bounceRate, complaintRate }: Thresholds,
): boolean =>
  sent >= afterMails &&
  (reaches(bounced, sent, bounceRate) || reaches(complained, sent, complaintRate));

/** In whole mails of a thousand, as rates are set: in fractions 7 of 200 are less than 0.035. */
const reaches = (part: number, whole: number, rate: number): boolean =>
  part > 0 && part * 1000 >= whole * Math.round(rate * 1000);

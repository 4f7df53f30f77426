/** Up to so many readers a mailing goes before larger ones where capacity is short. */
const smallMailing = 5000;

interface Size {
  /** How many readers are frozen so far. */
  readonly candidates: number;
  /** Whether more are to be frozen. */
  readonly freezing: boolean;
}

/** A mailing of which only a first slice is frozen is large. */
export const isSmall = ({ candidates, freezing }: Size): boolean =>
  !freezing && candidates <= smallMailing;

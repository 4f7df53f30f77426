const validDays = 7;

/** The first instant at which leaving cannot be taken back any more; from then on the address may be erased. */
export const undoEndOf = (leftAt: Date): Date =>
  new Date(leftAt.getTime() + validDays * 86_400_000);

/** Who left at or before this instant is beyond the time for taking it back. */
export const lastBeyondUndo = (now: Date): Date => new Date(now.getTime() - validDays * 86_400_000);

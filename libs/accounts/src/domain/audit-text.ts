/** An entry of the trail, as it is sealed. */
export interface SealableEntry {
  readonly tenantId: string | null;
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** One text for one entry: what the seal number `seq` covers, together with the seal before it. */
export const auditText = (seq: number, before: string, entry: SealableEntry): string => {
  const details = Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    seq,
    before,
    entry.tenantId,
    entry.id,
    entry.at.toISOString(),
    entry.actorKind,
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    details,
  ]);
};

const beginnings = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
} as const;

export type EvidenceType = keyof typeof beginnings;

/** What a file of evidence is by its first bytes; undefined for what can be neither shown nor printed. @clause W12A */
export const evidenceType = (bytes: Uint8Array): EvidenceType | undefined =>
  (Object.keys(beginnings) as EvidenceType[]).find((type) =>
    beginnings[type].every((byte, i) => bytes[i] === byte),
  );

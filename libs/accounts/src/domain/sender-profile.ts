/**
 * What the mail act wants displayed in each mail besides the unsubscribe link.
 * 特定電子メール法 第4条
 */
export interface LegalDisplay {
  /** Name or title of the sender. */
  readonly name: string;
  readonly postalAddress: string;
  /** Phone number, mail address or URL for complaints and questions. */
  readonly contact: string;
  /** Who is responsible for the mails, where that is not the sender (送信委託者). */
  readonly responsibleParty: string | null;
}

/** As whom a tenant writes to its subscribers. */
export interface SenderProfile {
  readonly senderName: string;
  readonly fromAddress: string;
  readonly replyToAddress: string | null;
  /** Null until the tenant has filled it in; until then no campaign may leave. */
  readonly legal: LegalDisplay | null;
}

/** What a tenant begins with: its own name and an address of the platform, but no legal display. */
export const firstSenderProfile = (
  tenant: { readonly slug: string; readonly name: string },
  mailDomain: string,
): SenderProfile => ({
  senderName: tenant.name,
  fromAddress: `${tenant.slug}@${mailDomain}`,
  replyToAddress: null,
  legal: null,
});

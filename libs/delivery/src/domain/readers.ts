/** Programs that fetch pictures ahead of or instead of a person. An Apple proxy says nothing but "Mozilla/5.0". */
const pictureProxies =
  /^Mozilla\/5\.0$|YahooMailProxy|GmailImageProxy|ImageProxy|Outlook-iOS.*prefetch/i;

/** Programs that follow links to look for harm, to index them or to draw a preview. */
const scanners =
  /bot\b|crawl|spider|scan|preview|proofpoint|mimecast|barracuda|symantec|messagelabs|fireeye|sophos|trendmicro|forcepoint|safelinks|headless|phantom|python|curl|wget|java\/|go-http|okhttp|axios|node-fetch|libwww|facebookexternalhit|slack|whatsapp|skypeuri/i;

/** A click that comes sooner after the mail than a person could read it. */
const tooSoonMs = 3_000;

export const kindOfOpen = (userAgent: string | undefined): 'human' | 'machine' =>
  !userAgent || pictureProxies.test(userAgent) || scanners.test(userAgent) ? 'machine' : 'human';

export const kindOfClick = (
  userAgent: string | undefined,
  sentAt: Date | null,
  now: Date,
): 'human' | 'scanner' => {
  if (!userAgent || scanners.test(userAgent)) return 'scanner';
  return sentAt && now.getTime() - sentAt.getTime() < tooSoonMs ? 'scanner' : 'human';
};

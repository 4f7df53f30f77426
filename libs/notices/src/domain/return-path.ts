const localPart = /^returned-([0-9a-f]{32})$/i;

/** MAIL FROM of a notice whose arrival matters: a bounce of it finds back to the notice. */
export const returnPathOf = (noticeId: string, domain: string): string =>
  `returned-${noticeId.replaceAll('-', '')}@${domain}`;

/** The id of the notice that bounces to this address; undefined for any other address. */
export const noticeOfReturnPath = (address: string): string | undefined => {
  const hex = localPart.exec(address.split('@', 1)[0] ?? '')?.[1]?.toLowerCase();
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

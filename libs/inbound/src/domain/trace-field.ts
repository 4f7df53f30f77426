import type { InboundMessage } from './inbound-message.js';

const jst = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Tokyo', weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});

/** `Wed, 01 Apr 2026 09:00:00 +0900` */
const mailDate = (at: Date): string => {
  const part = Object.fromEntries(jst.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${part['weekday'] ?? ''}, ${part['day'] ?? ''} ${part['month'] ?? ''} ${part['year'] ?? ''}`;
  return `${day} ${part['hour'] ?? ''}:${part['minute'] ?? ''}:${part['second'] ?? ''} +0900`;
};

/**
 * What a server writes above a letter that it keeps: from whom, by whom, and when it took it.
 * @rfc 5321 §4.4
 * @decision D-15
 */
export const traceField = (
  { id, client, arrivedAt }: Pick<InboundMessage, 'id' | 'client' | 'arrivedAt'>,
  mailDomain: string,
): string => {
  const helo = client?.helo.replace(/[^\w.:[\]-]/g, '?') ?? '';
  const address = client?.ip.includes(':') ? `IPv6:${client.ip}` : (client?.ip ?? '');
  const from = client ? `from ${helo} ([${address}])\r\n\t` : '';
  return `Received: ${from}by ${mailDomain} with ESMTP id ${id};\r\n\t${mailDate(arrivedAt)}\r\n`;
};

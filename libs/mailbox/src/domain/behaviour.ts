/** How a recipient of the mailbox behaves; all but `accept` are chosen by the beginning of the local part. */
export type Behaviour = 'accept' | 'bounce' | keyof typeof refusals;

/** The reply to RCPT TO, with an enhanced status code. @rfc 3463 */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

export const refusals = {
  refuse: { code: 550, text: '5.1.1 User unknown' },
  full: { code: 452, text: '4.2.2 Mailbox full' },
  defer: { code: 451, text: '4.7.1 Greylisted, please try again later' },
  block: { code: 550, text: '5.7.1 Sender refused by policy' },
} as const satisfies Record<string, Refusal>;

const named = /^"?(refuse|full|defer|block|bounce)-/i;

/** `refuse-taro@example.jp` is refused, `taro@example.jp` accepted. */
export function behaviourOf(address: string): Behaviour {
  return (named.exec(address)?.[1]?.toLowerCase() ?? 'accept') as Behaviour;
}

/** What a mail to a dedicated address (専用メールアドレス) asks for. */
export type DedicatedKind = 'join' | 'leave';

export const dedicatedKinds: readonly DedicatedKind[] = ['join', 'leave'];

/** An address by which people join or leave one newsletter. @clause W8.1 */
export interface DedicatedAddress {
  readonly kind: DedicatedKind;
  /** Ten letters and digits that are hard to guess and easy to print. */
  readonly code: string;
  readonly issuedAt: Date;
}

export const localPartOf = ({ kind, code }: Pick<DedicatedAddress, 'kind' | 'code'>): string =>
  `${kind}-${code}`;

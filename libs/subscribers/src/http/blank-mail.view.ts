import { Choice, Instant, Nested, Text } from '#platform/http';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import type { ReadyAddress } from '../use-cases/read-dedicated-addresses.js';

class DedicatedAddressView {
  @Text({ example: 'join-k3v9x2m7qa@mail.example.jp' })
  address!: string;

  @Text({ about: 'Opens a mail that needs nothing but to be sent' })
  mailto!: string;

  @Instant()
  issuedAt!: string;
}

export class BlankMailView {
  @Nested(() => DedicatedAddressView, { nullable: true, about: 'Null while none is issued' })
  join!: DedicatedAddressView | null;

  @Nested(() => DedicatedAddressView, { nullable: true, about: 'Null while none is issued' })
  leave!: DedicatedAddressView | null;
}

export class QrCodeQuery {
  @Choice(['svg', 'png'], { optional: true, about: 'svg by default' })
  format?: 'svg' | 'png';
}

export const blankMailView = (
  addresses: ReadonlyMap<DedicatedKind, ReadyAddress>,
): BlankMailView => ({
  join: addressView(addresses.get('join')),
  leave: addressView(addresses.get('leave')),
});

const addressView = (ready: ReadyAddress | undefined): DedicatedAddressView | null =>
  ready
    ? { address: ready.address, mailto: ready.mailto, issuedAt: ready.issuedAt.toISOString() }
    : null;

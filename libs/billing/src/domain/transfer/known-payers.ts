import type { Payer } from './match-transfer.js';
import { payerCodeKey, payerKey } from './payer-key.js';
import type { Transfer } from './transfer-notice.js';

/** Payers by what their transfers say, so that a long file is matched without looking through all of them each time. */
export class KnownPayers {
  private readonly payers = new Map<string, Payer>();
  private readonly byCode = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();

  constructor(payers: readonly Payer[]) {
    this.add(payers);
  }

  get all(): readonly Payer[] {
    return [...this.payers.values()];
  }

  /** Those of a transfer's code or name; who else owes its amount is no match. */
  of(transfer: Pick<Transfer, 'payerCode' | 'payerName'>): readonly Payer[] {
    return [...this.idsOf(transfer)].flatMap((id) => this.payers.get(id) ?? []);
  }

  /** The tenants that its code or name was ever known of, whatever they owe. */
  idsOf({ payerCode, payerName }: Pick<Transfer, 'payerCode' | 'payerName'>): ReadonlySet<string> {
    const key = payerKey(payerName);
    return new Set([
      ...(payerCode === '' ? [] : (this.byCode.get(payerCodeKey(payerCode)) ?? [])),
      ...(key === undefined ? [] : (this.byName.get(key) ?? [])),
    ]);
  }

  /** As they stand now; who is not among `payers` any more owes nothing and has no code. */
  renew(tenantIds: Iterable<string>, payers: readonly Payer[]): void {
    for (const id of tenantIds) this.payers.delete(id);
    this.add(payers);
  }

  private add(payers: readonly Payer[]): void {
    for (const payer of payers) {
      this.payers.set(payer.tenantId, payer);
      for (const code of payer.codes) note(this.byCode, code, payer.tenantId);
      for (const name of payer.names) note(this.byName, name, payer.tenantId);
    }
  }
}

const note = (index: Map<string, Set<string>>, key: string, tenantId: string): void => {
  const known = index.get(key);
  if (known) known.add(tenantId);
  else index.set(key, new Set([tenantId]));
};

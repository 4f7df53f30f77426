const mostPerClient = 20;

/** Connections by remote address, so that one host cannot take all of them. */
export class ClientCounter {
  private readonly addresses = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** False when the host has its share already. */
  enter(connection: string, address: string): boolean {
    const count = this.counts.get(address) ?? 0;
    if (count >= mostPerClient) return false;
    this.counts.set(address, count + 1);
    this.addresses.set(connection, address);
    return true;
  }

  leave(connection: string): void {
    const address = this.addresses.get(connection);
    if (address === undefined) return;
    this.addresses.delete(connection);
    const count = (this.counts.get(address) ?? 1) - 1;
    if (count > 0) this.counts.set(address, count);
    else this.counts.delete(address);
  }
}

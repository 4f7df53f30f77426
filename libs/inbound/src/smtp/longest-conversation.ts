/**
 * Ends conversations that bring no message for too long: who says a word a minute would otherwise hold its connection
 * for ever.
 */
export class LongestConversation {
  private readonly ends = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly ms: number,
    private readonly hangUp: (connection: string) => void,
  ) {}

  begin(connection: string): void {
    const end = setTimeout(() => {
      this.hangUp(connection);
    }, this.ms);
    this.ends.set(connection, end.unref());
  }

  /** It has brought a message: its time begins anew, if it is limited at all. */
  goOn(connection: string): void {
    this.ends.get(connection)?.refresh();
  }

  end(connection: string): void {
    clearTimeout(this.ends.get(connection));
    this.ends.delete(connection);
  }
}

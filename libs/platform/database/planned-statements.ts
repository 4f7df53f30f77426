/** More than the work that is done again and again has statements; past that, somebody makes them up as they go. */
const most = 200;

/** Names under which a connection keeps the plans of statements that come again and again. */
export class PlannedStatements {
  private readonly names = new Map<string, string>();
  private generation = 0;

  /** Undefined for a statement that is planned each time. */
  nameOf(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= most) return known;
    const name = `${this.generation}.${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }

  /** Lets every statement be planned anew, on every connection. */
  renew(): void {
    this.generation++;
    this.names.clear();
  }
}

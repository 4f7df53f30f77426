/** A saved condition with a name, to narrow the readers of newsletters. */
export interface Segment {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly condition: object;
}

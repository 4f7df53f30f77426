import type { Report } from '#lib/bounces';

/** What a collection says of one recipient of one message; null = not stated. */
export interface TruthRow {
  readonly file: string;
  readonly index: number;
  readonly kind: string | null;
  readonly recipient: string | null;
  readonly status: string | null;
  readonly replyCode: number | null;
  readonly reason: string | null;
  readonly hard: boolean | null;
  readonly soft: boolean | null;
  readonly about: string | null;
  readonly agreedBy: readonly string[];
}

type Said = Partial<Report['recipients'][number]>;
type Measure = 'kind' | 'recipient' | 'status' | 'hardSoft' | 'hardSoftFirm' | 'reason' | 'blame';
type Measures = Record<Measure, { right: number; total: number }>;

interface Result {
  readonly messages: number;
  readonly rows: number;
  readonly measures: Measures;
  readonly negativesAsBounces: number;
  readonly senderCausedStrikes: number;
  readonly exceptions: number;
}

/** The collections' names of kinds. */
const kinds: Readonly<Record<string, string>> = { autoreply: 'auto-reply' };

/** The collections' finer reasons in our words. */
const reasons: Readonly<Record<string, string>> = {
  userunknown: 'unknown-recipient',
  hasmoved: 'unknown-recipient',
  hostunknown: 'bad-domain',
  notaccept: 'bad-domain',
  mailboxfull: 'mailbox-full',
  suspend: 'mailbox-inactive',
  filtered: 'filtered',
  authfailure: 'authentication',
  blocked: 'blocked',
  requireptr: 'blocked',
  badreputation: 'blocked',
  rejected: 'policy',
  policyviolation: 'policy',
  securityerror: 'policy',
  norelaying: 'policy',
  notcompliantrfc: 'policy',
  spamdetected: 'spam',
  virusdetected: 'spam',
  contenterror: 'content',
  syntaxerror: 'content',
  mesgtoobig: 'too-large',
  exceedlimit: 'too-large',
  toomanyconn: 'rate-limited',
  speeding: 'rate-limited',
  networkerror: 'unreachable',
  expired: 'expired',
  systemerror: 'system',
  systemfull: 'system',
  mailererror: 'system',
  onhold: 'other',
  undefined: 'other',
};

/** Counts right answers by measure, and says in a line each which were wrong. */
export const score = (
  rows: readonly TruthRow[],
  reports: ReadonlyMap<string, Report | Error>,
): { result: Result; wrong: string[] } => {
  const none = (): { right: number; total: number } => ({ right: 0, total: 0 });
  const measures: Measures = {
    kind: none(),
    recipient: none(),
    status: none(),
    hardSoft: none(),
    hardSoftFirm: none(),
    reason: none(),
    blame: none(),
  };
  const wrong: string[] = [];
  let negativesAsBounces = 0;
  let senderCausedStrikes = 0;
  for (const row of rows) {
    const report = reports.get(row.file);
    const read: Report =
      report === undefined || report instanceof Error
        ? { kind: 'not-a-bounce', recipients: [] }
        : report;
    const said = saidOf(row, read);
    for (const [measure, isRight, note] of judgements(row, read, said)) {
      measures[measure].total += 1;
      if (isRight) measures[measure].right += 1;
      else wrong.push(`${row.file} ${row.index} ${measure}: ${note}`);
    }
    if (row.kind === 'not-a-bounce' && read.kind === 'bounce') negativesAsBounces += 1;
    if (row.about === 'sender' && said.isFinal === true && said.blame !== 'sender') {
      senderCausedStrikes += 1;
      wrong.push(`${row.file} ${row.index} strike: ${String(said.reason)}`);
    }
  }
  const all = [...reports.values()];
  const exceptions = all.filter((report) => report instanceof Error).length;
  return {
    result: {
      messages: reports.size,
      rows: rows.length,
      measures,
      negativesAsBounces,
      senderCausedStrikes,
      exceptions,
    },
    wrong,
  };
};

/** What was said of the row's recipient; where nobody is named so, what was said in its place. */
const saidOf = (row: TruthRow, { recipients }: Report): Said =>
  recipients.find(({ recipient }) => isSame(recipient, row.recipient)) ??
  recipients[row.index - 1] ??
  {};

const isSame = (a: string | null | undefined, b: string | null): boolean =>
  a !== null && a !== undefined && b !== null && a.toLowerCase() === b.toLowerCase();

function* judgements(
  row: TruthRow,
  read: Report,
  said: Said,
): Generator<[measure: Measure, isRight: boolean, note: string]> {
  const note = (want: unknown, got: unknown): string => `${String(want)}, not ${String(got)}`;
  if (row.kind !== null) {
    const kind = kinds[row.kind] ?? row.kind;
    yield ['kind', read.kind === kind, note(kind, read.kind)];
  }
  if (row.recipient !== null)
    yield ['recipient', isSame(said.recipient, row.recipient), note(row.recipient, said.recipient)];
  if (row.status !== null)
    yield ['status', isStatus(row.status, said.status ?? null), note(row.status, said.status)];
  if (row.hard !== null && row.soft !== null) {
    const want = row.hard ? 'hard' : row.soft ? 'soft' : null;
    const got = said.severity ?? null;
    yield [
      'hardSoft',
      got === want,
      note(`${String(want)} ${String(row.reason)}`, `${String(got)} ${String(said.reason)}`),
    ];
    if (row.agreedBy.length >= 2) yield ['hardSoftFirm', got === want, note(want, got)];
  }
  if (row.reason !== null && reasons[row.reason] !== undefined) {
    yield [
      'reason',
      said.reason === reasons[row.reason],
      note(`${row.reason} (${String(reasons[row.reason])})`, said.reason),
    ];
  }
  if (row.about !== null) yield ['blame', said.blame === row.about, note(row.about, said.blame)];
}

/** x.0.9yy stands for "the message states none" and is right where we say none or a general one. */
const isStatus = (want: string, got: string | null): boolean =>
  /^[45]\.0\.9\d\d$/.test(want) ? got === null || /^[45]\.0\.\d+$/.test(got) : got === want;

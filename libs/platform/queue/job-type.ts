/**
 * A queue is a lane so that one kind of work cannot starve another: what takes long, or comes in thousands, never
 * stands before the launch of a campaign, which is `control`.
 */
export const queueNames = [
  'control',
  'audiences',
  'delivery',
  'inbound',
  'billing',
  'facts',
  'notices',
  'webhooks',
] as const;

export type QueueName = (typeof queueNames)[number];

/** Ids and small scalars only: the handler refetches, locks, checks the state again and acts. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** A kind of work. `keyOf` makes the job id, so that adding the same work twice is harmless. */
export interface JobType<D extends JobData> {
  readonly name: string;
  readonly queue: QueueName;
  /** How often it is tried before it rests in the failed list for a person to see. */
  readonly attempts: number;
  /** Wait before the second try, doubled for each further one. */
  readonly backoffMs: number;
  /** Lets all other kinds of its queue go first. */
  readonly yields: boolean;
  readonly keyOf: (data: D) => string;
}

/** Something that happened, for libraries on higher floors. */
export interface FactType<D extends JobData> {
  readonly name: string;
  /** Never set; carries the type of the data. */
  readonly data?: D;
}

const declared = new Map<string, JobType<never>>();

/** Declares a kind of job. Fails when the name is taken. */
export const job = <D extends JobData>(
  definition: Pick<JobType<D>, 'name' | 'queue' | 'keyOf'> & Partial<JobType<D>>,
): JobType<D> => {
  if (declared.has(definition.name)) throw new Error(`Two jobs are called ${definition.name}`);
  const type: JobType<D> = { attempts: 12, backoffMs: 1000, yields: false, ...definition };
  declared.set(type.name, type);
  return type;
};

export const fact = <D extends JobData>(name: string): FactType<D> => ({ name });

/** Names of all jobs declared in this process. */
export const declaredJobs = (): string[] => [...declared.keys()];

import { Queue, Worker, createPostgresBackend, createRedisBackend, runMigrations } from 'bullmq';
import type { PostgresConnectionOptions, Processor, QueueOptions, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

type Options<T> = Omit<T, 'connection'>;

/** Makes queues and workers on the backend that QUEUE_URL names: PostgreSQL by default, Redis when grown. */
export interface QueueBackend {
  queue(name: string, options?: Options<QueueOptions>): Queue;
  worker(name: string, processor: Processor, options: Options<WorkerOptions>): Worker;
  close(): Promise<void>;
}

/** @param prefix keeps installations that share one Redis apart */
export const openBackend = (url: string, prefix: string): QueueBackend =>
  url.startsWith('redis') ? redisBackend(url, prefix) : postgresBackend(url);

const redisBackend = (url: string, prefix: string): QueueBackend => {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', () => undefined); // ioredis reconnects by itself; a listener keeps the process alive
  return {
    queue: (name, options) =>
      new Queue(name, { ...options, connection, prefix }, createRedisBackend),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection, prefix }, createRedisBackend),
    close: async () => {
      await connection.quit().catch(() => {
        connection.disconnect();
      });
    },
  };
};

const postgresBackend = (url: string): QueueBackend => {
  // Each Queue and each Worker opens a pool of its own and one LISTEN connection.
  const connection = (max: number): PostgresConnectionOptions => ({
    connectionString: url,
    max,
    options: '-c role=hikyaku_system',
  });
  return {
    queue: (name, options) =>
      new Queue(
        name,
        { ...options, connection: connection(2) },
        createPostgresBackend,
      ) as unknown as Queue,
    worker: (name, processor, options) =>
      new Worker(
        name,
        processor,
        { ...options, connection: connection(4) },
        createPostgresBackend,
      ) as unknown as Worker,
    close: () => Promise.resolve(),
  };
};

/** Prepares the queue's own schema; BullMQ does not do it by itself on PostgreSQL. Redis needs nothing. */
export const migrateQueue = async (url: string): Promise<void> => {
  if (url.startsWith('redis')) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA bullmq TO hikyaku_system; -- it makes one sequence a queue when first used
      GRANT ALL ON ALL TABLES IN SCHEMA bullmq TO hikyaku_system;
      GRANT ALL ON ALL SEQUENCES IN SCHEMA bullmq TO hikyaku_system;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO hikyaku_system;
    `);
  } finally {
    await client.end();
  }
};

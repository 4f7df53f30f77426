import { Redis } from 'ioredis';

const patienceMs = 5000;

/** Whether a Redis of QUEUE_URL answers; PostgreSQL is tried when its schema is brought up to date. */
export const isQueueReachable = async (url: string): Promise<boolean> => {
  if (!url.startsWith('redis')) return true;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined); // told by the answer
  try {
    await redis.connect();
    await redis.ping();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
};

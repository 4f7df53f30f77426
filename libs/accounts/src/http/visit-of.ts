import { networkOf } from '#lib/kernel';
import type { Request } from 'express';
import { deviceOf } from '../domain/device-of.js';
import type { Visit } from '../use-cases/open-session.js';

/** What a request tells about the browser that made it. */
export const visitOf = (request: Request, deviceToken: string): Visit => ({
  device: deviceOf(request.get('User-Agent') ?? ''),
  network: networkOf(request.ip ?? ''),
  deviceToken,
});

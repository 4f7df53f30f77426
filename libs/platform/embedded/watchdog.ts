import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { ServerUser } from './server-user.js';

/**
 * A shell that waits at the other end of a pipe from us. When we vanish, however abruptly, the pipe closes and it
 * tells the server to shut down. Returns the call that sends it home after an orderly stop.
 */
export function watchOver(serverPid: number, user: ServerUser | undefined): () => void {
  const shell = spawn('/bin/sh', ['-c', 'read -r _ || kill -INT "$0"', String(serverPid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  const pipe = shell.stdin;
  if (pipe instanceof Socket) pipe.unref();
  for (const part of [shell, pipe]) part.on('error', () => undefined);
  return () => pipe.end('stopped\n');
}

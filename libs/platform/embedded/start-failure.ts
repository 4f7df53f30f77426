import {
  type EmbeddedPostgresProblem,
  folderCorrupt,
  folderInUse,
  portInUse,
  startFailed,
} from './embedded.errors.js';

/** Reads from what the server said (English, see `serverEnvironment`) why it gave up. */
export function startFailure(said: string, home: string, port: number): EmbeddedPostgresProblem {
  if (said.includes('could not bind')) return portInUse(port);
  if (/lock file .* already exists|pre-existing shared memory/.test(said))
    return folderInUse(home, undefined);
  const lines = said.trim().split('\n');
  const telling = lines.find((line) => /FATAL|PANIC|could not/.test(line)) ?? lines[0] ?? '';
  const detail = telling.replace(/^.*?(?:FATAL|PANIC): +/, '');
  return damage.test(said) ? folderCorrupt(home, detail) : startFailed(detail);
}

const damage =
  /PANIC|pg_control|control file|incompatible with server|invalid page|could not (?:open|read) (?:file|directory)/;

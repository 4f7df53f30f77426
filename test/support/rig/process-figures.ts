import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100; // what Linux has told programs for decades, whatever it does inside

/** CPU time of a process and of its children that have ended, in microseconds. Linux only. */
const cpuOf = (pid: number): number => {
  // The name may hold spaces; what follows its closing bracket is plain.
  const fields = statOf(pid).split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  return (ticks * 1_000_000) / ticksPerSecond;
};

const statOf = (pid: number): string => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2);
};

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => ignoringGone(() => Number(statOf(Number(name)).split(' ')[1]), 0) === pid)
    .map(Number);

/** The same for a process with all its living children. */
export const cpuOfFamily = (pid: number): number =>
  [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ignoringGone(() => cpuOf(each), 0), 0);

/** The memory that the process holds now, in megabytes. */
export const rssMb = (pid: number): number => {
  const status = ignoringGone(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
};

/** The most memory the process has ever held, in megabytes. */
export const peakRssMb = (pid: number): number => {
  const status = ignoringGone(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
};

/** A process may end while we look at it. */
const ignoringGone = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

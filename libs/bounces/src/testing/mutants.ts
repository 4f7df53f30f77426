import { pickerOf } from './picker.js';
import type { Pick } from './picker.js';
import { samples } from './samples.js';

type Mutation = (bytes: Uint8Array, pick: Pick) => Uint8Array;

const mostBytes = 3_000_000;

/** A sample, broken in one to four ways; the same seed gives the same. */
export const mutantOf = (seed: number): Uint8Array => {
  const pick = pickerOf(seed);
  let bytes = sample(pick);
  for (let times = 1 + pick(4); times > 0; times--)
    bytes = (mutations[pick(mutations.length)] ?? truncated)(bytes, pick).subarray(0, mostBytes);
  return bytes;
};

const sample = (pick: Pick): Uint8Array => samples[pick(samples.length)] ?? new Uint8Array();

const flipped: Mutation = (bytes, pick) => {
  const copy = Uint8Array.from(bytes);
  for (let i = pick(60); i >= 0 && copy.length > 0; i--) copy[pick(copy.length)] = pick(256);
  return copy;
};

const truncated: Mutation = (bytes, pick) => bytes.subarray(0, pick(bytes.length + 1));

const beheaded: Mutation = (bytes, pick) => bytes.subarray(pick(bytes.length + 1));

const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const encoder = new TextEncoder();
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const nested: Mutation = (bytes, pick) => {
  let whole = bytes;
  for (let depth = pick(20); depth >= 0; depth--) {
    const type = ['multipart/mixed', 'multipart/report', 'message/rfc822'][pick(3)] ?? '';
    const head = `From: mailer-daemon@mx.example.jp\r\nContent-Type: ${type}; boundary=b\r\n\r\n`;
    whole = joined(head, '--b\r\n', whole, '\r\n--b--\r\n');
  }
  return whole;
};

const huge: Mutation = (bytes, pick) =>
  joined(...Array.from({ length: 2 + pick(2_000) }, () => bytes.subarray(0, 2_000)));

const spliced: Mutation = (bytes, pick) => {
  const other = sample(pick);
  return joined(bytes.subarray(0, pick(bytes.length + 1)), other.subarray(pick(other.length + 1)));
};

/** Without one of the two characters of each line end, or without both. */
const endless: Mutation = (bytes, pick) => {
  const gone = [[10], [13], [10, 13]][pick(3)] ?? [];
  return bytes.filter((byte) => !gone.includes(byte));
};

const mutations = [flipped, truncated, beheaded, nested, huge, spliced, endless];

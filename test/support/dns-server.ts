import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';

/** A name server on loopback whose records a test changes as it goes. */
export interface DnsServer {
  /** For DNS_SERVERS. */
  readonly address: string;
  /** Names asked for, oldest first. */
  readonly asked: string[];
  /** Texts of a name, in pieces of 255 bytes on the wire; none removes the record. */
  txt(name: string, ...texts: string[]): void;
  mx(name: string, ...exchanges: string[]): void;
  /** Addresses of a name, turn by turn: whoever asks again gets those of the next; the last ones stay. */
  addresses(name: string, ...turns: string[][]): void;
  /** From now on the name is answered with an error of the server, or properly again. */
  fail(name: string, fails?: boolean): void;
  stop(): Promise<void>;
}

const types = { a: 1, mx: 15, txt: 16, aaaa: 28 } as const;
const codes = { ok: 0, serverFailure: 2, noSuchName: 3 } as const;
const headerBytes = 12;

/** Speaks as much of RFC 1035 as a stub resolver asks for: one question, over UDP. */
export const startDnsServer = async (): Promise<DnsServer> => {
  const zone = new Map<string, Map<number, Buffer[]>>();
  const turns = new Map<string, Buffer[][]>();
  const failing = new Set<string>();
  const asked: string[] = [];

  const answer = (query: Buffer): Buffer => {
    const { name, type, end } = readQuestion(query);
    asked.push(name);
    const [next, ...later] = turns.get(`${name} ${type}`) ?? [];
    if (next) put(name, type, next);
    turns.set(`${name} ${type}`, later);
    const records = zone.get(name);
    const found = failing.has(name) ? [] : (records?.get(type) ?? []);
    const code = failing.has(name) ? codes.serverFailure : records ? codes.ok : codes.noSuchName;
    const header = Buffer.from(query.subarray(0, headerBytes));
    header.writeUInt16BE(0x8580 | code, 2); // an authoritative response, recursion available
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(found.length, 6);
    header.writeUInt32BE(0, 8);
    return Buffer.concat([header, query.subarray(headerBytes, end), ...found]);
  };

  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    socket.send(answer(query), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));

  const put = (name: string, type: number, data: readonly Buffer[]): void => {
    const records = zone.get(name.toLowerCase()) ?? new Map<number, Buffer[]>();
    records.set(
      type,
      data.map((each) => record(type, each)),
    );
    zone.set(name.toLowerCase(), records);
  };
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    txt: (name, ...texts) => put(name, types.txt, texts.map(textData)),
    mx: (name, ...exchanges) => put(name, types.mx, exchanges.map(exchangeData)),
    addresses: (name, ...addresses) => {
      for (const [type, family] of [
        [types.a, 4],
        [types.aaaa, 6],
      ] as const)
        turns.set(
          `${name.toLowerCase()} ${type}`,
          addresses.map((turn) => turn.filter((each) => isIP(each) === family).map(addressData)),
        );
    },
    fail: (name, fails = true) => {
      if (fails) failing.add(name.toLowerCase());
      else failing.delete(name.toLowerCase());
    },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
};

const readQuestion = (query: Buffer): { name: string; type: number; end: number } => {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
};

/** Owner (the name of the question), type, class IN, no caching, data. */
const record = (type: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc000 | headerBytes, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
};

/** Its bytes; of IPv6 all groups are written out, or the zeros between two left out. */
const addressData = (address: string): Buffer => {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = [], tail = []] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  const groups = [...head, ...zeros, ...tail].map((group) => parseInt(group, 16));
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 255]));
};

const textData = (text: string): Buffer => {
  const pieces = text.match(/.{1,255}/gs) ?? [''];
  return Buffer.concat(
    pieces.flatMap((piece) => [Buffer.from([piece.length]), Buffer.from(piece)]),
  );
};

const exchangeData = (exchange: string): Buffer => {
  const labels = exchange.split('.').filter(Boolean);
  const name = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([Buffer.from([0, 10]), ...name, Buffer.from([0])]);
};

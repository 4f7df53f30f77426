import type { TestAnswer, TestClient } from '#lib/accounts/testing';

interface Made {
  readonly id: string;
}

/** Requests of a scene: whatever is refused ends the program, with what the platform said. */
export interface Asking {
  make(path: string, given?: object): Promise<Made>;
  set(path: string, given: object): Promise<void>;
  list<T extends object = Made>(path: string): Promise<readonly T[]>;
  read<T extends object>(path: string): Promise<T>;
}

/** @param prefix of all paths, such as `/api/v1` */
export const asking = (client: TestClient, prefix: string): Asking => {
  const accepted = (path: string, { status, body }: TestAnswer): unknown => {
    if (status >= 300) throw new Error(`${path} answered with ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const read = async (path: string): Promise<unknown> =>
    accepted(path, await client.get(`${prefix}${path}`));
  return {
    make: async (path, given) =>
      (accepted(path, await client.post(`${prefix}${path}`, given)) ?? {}) as Made,
    set: async (path, given) => {
      accepted(path, await client.put(`${prefix}${path}`, given));
    },
    list: async <T>(path: string) => ((await read(path)) as { items: readonly T[] }).items,
    read: async <T>(path: string) => (await read(path)) as T,
  };
};

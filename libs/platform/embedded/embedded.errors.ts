export type EmbeddedPostgresProblemCode =
  | 'unsupported-platform'
  | 'binaries-unusable'
  | 'no-server-user'
  | 'folder-unwritable'
  | 'folder-in-use'
  | 'folder-other-version'
  | 'folder-corrupt'
  | 'port-in-use'
  | 'start-failed';

/** Why the embedded PostgreSQL cannot run: one sentence for people in both languages, one code for programs. */
export class EmbeddedPostgresProblem extends Error {
  override readonly name = 'EmbeddedPostgresProblem';

  constructor(
    readonly code: EmbeddedPostgresProblemCode,
    readonly ja: string,
    readonly en: string,
    cause?: unknown,
  ) {
    super(`${ja}\n${en}`, { cause });
  }
}

export function unsupportedPlatform(platform: string, cause: unknown): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'unsupported-platform',
    `${platform} 用の内蔵 PostgreSQL がありません。DATABASE_URL に PostgreSQL の接続先を指定してください。`,
    `There is no embedded PostgreSQL for ${platform}: point DATABASE_URL at a PostgreSQL server.`,
    cause,
  );
}

export function binariesUnusable(
  binaries: string,
  detail: string,
  cause?: unknown,
): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'binaries-unusable',
    `${binaries} の PostgreSQL を実行できません(${detail})。DATABASE_URL に PostgreSQL の接続先を指定してください。`,
    `The PostgreSQL programs in ${binaries} do not run here (${detail}): point DATABASE_URL at a PostgreSQL server.`,
    cause,
  );
}

export function noServerUser(): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'no-server-user',
    'PostgreSQL は root では動かせず、代わりの利用者 postgres も nobody も見つかりません。root 以外の利用者で起動してください。',
    'PostgreSQL refuses to run as root and neither a user postgres nor nobody exists: start as an ordinary user.',
  );
}

export function folderUnwritable(folder: string, cause?: unknown): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'folder-unwritable',
    `データフォルダー ${folder} に書き込めません。所有者と権限を確認するか、別の場所を指定してください。`,
    `The data folder ${folder} cannot be written: check its owner and mode, or name another place.`,
    cause,
  );
}

export function folderInUse(folder: string, pid: number | undefined): EmbeddedPostgresProblem {
  const [ja, en] =
    pid === undefined ? ['別のプロセス', 'another process'] : [`プロセス ${pid}`, `process ${pid}`];
  return new EmbeddedPostgresProblem(
    'folder-in-use',
    `データフォルダー ${folder} は${ja}が使用中です。そちらを止めてから起動してください。`,
    `The data folder ${folder} is in use by ${en}: stop that one first.`,
  );
}

export function folderOtherVersion(
  folder: string,
  found: string,
  ours: string,
): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'folder-other-version',
    `データフォルダー ${folder} は PostgreSQL ${found} のもので、${ours} では開けません。${found} で書き出し(pg_dump)、空のフォルダーに読み込んでください。`,
    `The data folder ${folder} belongs to PostgreSQL ${found} and ${ours} cannot open it: dump it with ${found} (pg_dump) and load it into an empty folder.`,
  );
}

export function folderCorrupt(folder: string, detail: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'folder-corrupt',
    `データフォルダー ${folder} は壊れています(${detail})。バックアップから戻してください。`,
    `The data folder ${folder} is damaged (${detail}): restore it from a backup.`,
  );
}

export function portInUse(port: number): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'port-in-use',
    `ポート ${port} は使用中です。空いているポートを指定するか、0(自動)にしてください。`,
    `Port ${port} is in use: name a free one, or 0 to have one chosen.`,
  );
}

export function startFailed(detail: string, cause?: unknown): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'start-failed',
    `内蔵 PostgreSQL を起動できません(${detail})。`,
    `The embedded PostgreSQL did not start (${detail}).`,
    cause,
  );
}

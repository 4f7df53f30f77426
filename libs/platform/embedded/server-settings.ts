/** Settings of every embedded server; a caller's own win. */
export function serverSettings(
  port: number,
  ephemeral: boolean,
  own: Readonly<Record<string, string>>,
): string[] {
  const settings = {
    ...always,
    ...(ephemeral ? forgetful : {}),
    ...own,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const always = {
  max_connections: '200',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // The texts of failed statements and of constraint errors quote rows, and rows hold addresses. The program
  // that issued the statement gets the error; the server's log keeps its own fate only.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
};

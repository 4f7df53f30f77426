import type { HomeLink } from '#lib/operations/http';
import type { Config } from '#platform/config';
import { demoLogIns } from './demo/log-ins.js';

/** What the person at the keyboard needs, on one screen. */
export const banner = (config: Config, links: readonly HomeLink[]): string => {
  const url = config.publicUrl;
  const signUp = links.find(({ path }) => path.startsWith('/t/'));
  const mailbox = links.find(({ path }) => path === '/mailbox');
  return [
    '',
    `  飛脚 Hikyaku ${url}`,
    '',
    line('管理画面 / Console', `${url}/console/`),
    line('運営 / Operators', `${url}/console/operator`),
    ...(signUp ? [line('登録ページ / Sign-up page', url + signUp.path)] : []),
    ...(mailbox ? [line('メールボックス / Mailbox', url + mailbox.path)] : []),
    line('API', `${url}/api/docs`),
    ...(signUp ? logIns(config.get('SECRET_KEY')) : []),
    '',
    '  Ctrl-C で終了します。/ Ctrl-C stops everything.',
    '',
    '',
  ].join('\n');
};

const logIns = (secret: Buffer): string[] => [
  '',
  '  デモのログイン / Log-ins of the demo:',
  ...demoLogIns(secret).map(({ tenant, role, email, password }) =>
    line(tenant ? `${tenant} ${role}` : `operator ${role}`, `${email.padEnd(20)} ${password}`),
  ),
];

const line = (label: string, text: string): string =>
  `  ${label}${' '.repeat(Math.max(1, 28 - widthOf(label)))}${text}`;

/** Japanese characters take two columns of a terminal. */
const widthOf = (text: string): number => text.length + text.replace(/[ -~]/g, '').length;

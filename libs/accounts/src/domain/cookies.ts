import type { Texts } from '#lib/kernel';

interface Cookie {
  /** Under HTTPS with `__Host-` before it. */
  readonly name: string;
  readonly days: number;
  readonly purpose: Texts;
}

const dayMs = 24 * 60 * 60_000;

/** All cookies there are, none of them for readers: people who sign in could not stay signed in without. @clause P4-4, §4.3 */
export const cookies = {
  session: {
    name: 'hikyaku_session',
    days: 7,
    purpose: {
      ja: '管理画面にログインした状態を保つため',
      en: 'Keeps people signed in to the console',
    },
  },
  device: {
    name: 'hikyaku_device',
    days: 180,
    purpose: {
      ja: '見慣れない端末からのログインを本人に知らせるため',
      en: 'Lets people be told of sign-ins from devices that were not seen before',
    },
  },
} as const satisfies Record<string, Cookie>;

export const lifetimeMs = ({ days }: Cookie): number => days * dayMs;

/** As browsers are told it. */
export const cookieName = ({ name }: Cookie, isSecure: boolean): string =>
  isSecure ? `__Host-${name}` : name;

import { hkdfSync } from 'node:crypto';
import { base32 } from '#platform/secrets';

const shops = [
  { tenant: 'sakura', members: ['桜井 花子', '森 健太', '林 みどり'] },
  { tenant: 'aozora', members: ['青木 大地', '原 さやか', '小川 涼'] },
] as const;

const roles = ['owner', 'editor', 'viewer'] as const;

/** Two, since one proposes what another has to approve. */
const operators = [
  { name: '運営 一郎', email: 'admin@hikyaku.test' },
  { name: '経理 幸子', email: 'keiri@hikyaku.test' },
];

/** Somebody who can sign in to the demo. */
export interface LogIn {
  readonly tenant: 'sakura' | 'aozora' | undefined;
  readonly role: (typeof roles)[number] | 'admin';
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Passwords follow from the secret of the installation: different in each, the same at each start, written nowhere.
 */
export const demoLogIns = (secret: Buffer): readonly LogIn[] => [
  ...operators.map(({ name, email }) => ({
    tenant: undefined,
    role: 'admin' as const,
    name,
    email,
    password: passwordOf(secret, email),
  })),
  ...shops.flatMap(({ tenant, members }) =>
    roles.map((role, i) => {
      const email = `${role}@${tenant}.test`;
      return { tenant, role, name: members[i] ?? '', email, password: passwordOf(secret, email) };
    }),
  ),
];

const passwordOf = (secret: Buffer, email: string): string => {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, 'hikyaku', `demo ${email}`, 10));
  return base32(bytes).replace(/.{4}(?=.)/g, '$&-');
};

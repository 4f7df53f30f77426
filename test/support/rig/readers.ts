import type { TenantId } from '#lib/kernel';
import type { FieldDefinition } from '#lib/subscribers';
import { insertReaders } from '#lib/subscribers/testing';

interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

/** The merge fields of the rig's newsletter. */
export const readerFields: readonly FieldDefinition[] = [
  { name: 'name', label: { ja: 'お名前', en: 'Name' }, type: 'text', required: false },
  {
    name: 'prefecture',
    label: { ja: '都道府県', en: 'Prefecture' },
    type: 'text',
    required: false,
  },
];

/** Active readers by the hundred thousand, straight into the tables: what the rig times is sending, not signing up. */
export const manyReaders = (
  app: App,
  tenantId: TenantId,
  newsletterId: string,
  count: number,
  domains: readonly string[] = ['example.jp', 'example.com', 'mail.example.net'],
): Promise<void> =>
  insertReaders(app, tenantId, newsletterId, count, (n) => ({
    address: `reader${n}@${domains[n % domains.length] ?? ''}`,
    fields: { name: `読者 ${n}`, prefecture: '東京都' },
  }));

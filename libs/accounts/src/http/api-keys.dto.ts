import { Choice, Instant, NestedList, Text, Texts, Uuid } from '#platform/http';
import { keyScopes } from '../domain/permissions.js';
import type { ApiKeyRow } from '../store/api-key.row.js';

export class CreateApiKeyDto {
  @Text({ max: 100, about: 'What the key is for' }) name!: string;
  @Texts({ values: keyScopes, max: keyScopes.length }) scopes!: string[];
  @Instant({ optional: true, nullable: true, about: 'Until when it works; for ever when absent' })
  expiresAt?: string | null;
}

export class CreatedApiKeyView {
  @Uuid() id!: string;
  @Text({ about: 'Shown this once. Send it as Authorization: Bearer …' }) secret!: string;
}

export class ApiKeyView {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text({ about: 'The first characters, to tell keys apart' }) prefix!: string;
  @Texts({ values: keyScopes }) scopes!: string[];
  @Choice(['usable', 'expired', 'revoked']) status!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) expiresAt!: string | null;
  @Instant({ nullable: true, about: 'To the minute' }) lastUsedAt!: string | null;
}

export class ApiKeyListView {
  @NestedList(() => ApiKeyView) items!: ApiKeyView[];
}

const statusOf = ({ revokedAt, expiresAt }: ApiKeyRow, now: Date): string => {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt <= now ? 'expired' : 'usable';
};

export const apiKeyView = (row: ApiKeyRow, now: Date): ApiKeyView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  status: statusOf(row, now),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

export const roles = ['owner', 'editor', 'viewer'] as const;

export type Role = (typeof roles)[number];

export const asRole = (text: string): Role => roles.find((role) => role === text) ?? 'viewer';

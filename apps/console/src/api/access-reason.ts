const prefix = 'access-reason:';

/** Why the operator at this window looks at a tenant's data; null before it was asked. @clause P4-8, §4.3 */
export const accessReasonOf = (tenantId: string): string | null =>
  sessionStorage.getItem(prefix + tenantId);

/** For as long as the window stays open and the operator signed in. */
export const keepAccessReason = (tenantId: string, reason: string): void => {
  sessionStorage.setItem(prefix + tenantId, reason);
};

export const forgetAccessReason = (tenantId: string): void => {
  sessionStorage.removeItem(prefix + tenantId);
};

/** Who signs in next has reasons of their own. */
export const forgetAccessReasons = (): void => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
};

/** What goes with a request about one tenant, whether its path or its question names it. */
export const accessReasonFor = (url: string): string | null => {
  const { pathname, searchParams } = new URL(url);
  const inPath = /^\/api\/v1\/operator\/tenants\/([^/]+)/.exec(pathname)?.[1];
  const tenantId = inPath ?? searchParams.get('tenantId');
  return tenantId === null ? null : accessReasonOf(tenantId);
};

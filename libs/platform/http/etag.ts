import { httpErrors } from './http.errors.js';

/** The strong validator of a row that counts its versions. @rfc 9110 §8.8.3 */
export const etagOf = (version: number): string => `"v${version}"`;

/**
 * The version the caller edited, from `If-Match`.
 * @throws BusinessError request.if-match-needed when absent or not one of ours
 */
export const editedVersion = (ifMatch: string | undefined): number => {
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(ifMatch?.trim() ?? '')?.[1];
  if (version === undefined) throw httpErrors.versionNeeded({ field: 'If-Match' });
  return Number(version);
};

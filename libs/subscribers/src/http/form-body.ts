import type { Request } from 'express';

/** What a plain HTML form sent: single texts, by name. Anything else in the body is as if it were not there. */
export const formBody = (request: Request): Readonly<Record<string, string>> => {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};

/** All values of one name, as boxes that are ticked send them. */
export const formValues = (request: Request, name: string): string[] => {
  const body = request.body as Readonly<Record<string, unknown>> | undefined;
  const value = body && Object.hasOwn(body, name) ? body[name] : undefined;
  return [value].flat().filter((each) => typeof each === 'string');
};

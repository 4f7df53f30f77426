import {
  BusinessError,
  type ErrorDetails,
  type ErrorKind,
  type ErrorParams,
} from './business-error.js';

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** `library.problem`, unique in the process, never reused for another meaning. */
  readonly code: `${string}.${string}`;
  readonly ja: string;
  readonly en: string;
}

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

/** Makes one kind of error; texts with `{places}` oblige the caller to give the params for them. */
type ErrorMaker<D extends ErrorDefinition> = [Places<D['ja'] | D['en']>] extends [never]
  ? (details?: ErrorDetails) => BusinessError
  : (
      details: ErrorDetails & {
        params: ErrorParams & Readonly<Record<Places<D['ja'] | D['en']>, string | number>>;
      },
    ) => BusinessError;

const taken = new Set<string>();

/**
 * The errors of a library, as functions that make them: `throw errors.notDraft({ field: 'status' })`.
 * @throws Error when a code is already taken in this process
 */
export function defineErrors<const T extends Readonly<Record<string, ErrorDefinition>>>(
  definitions: T,
): { readonly [Name in keyof T]: ErrorMaker<T[Name]> } {
  const makers = Object.entries(definitions).map(([name, definition]) => {
    if (taken.has(definition.code)) throw new Error(`error code ${definition.code} is taken`);
    taken.add(definition.code);
    return [name, (details: ErrorDetails = {}) => make(definition, details)] as const;
  });
  return Object.fromEntries(makers) as { readonly [Name in keyof T]: ErrorMaker<T[Name]> };
}

function make({ kind, code, ja, en }: ErrorDefinition, details: ErrorDetails): BusinessError {
  const params = details.params ?? {};
  return new BusinessError({
    ...details,
    kind,
    code,
    texts: { ja: fill(ja, params), en: fill(en, params) },
  });
}

function fill(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';

export const useSecondFactors = (): UseQueryResult<Schema<'SecondFactorsView'>> =>
  useQuery({
    queryKey: ['second-factor'],
    queryFn: () => read(api.GET('/api/v1/session/second-factor')),
  });

/** What each of the verbs needs besides the password. */
export type Task =
  | { readonly kind: 'totp' | 'remove-totp' | 'codes' }
  | { readonly kind: 'passkey'; readonly name: string }
  | { readonly kind: 'remove-passkey'; readonly passkeyId: string };

export interface Outcome {
  readonly enrolment?: Schema<'EnrolmentView'>;
  readonly recoveryCodes?: readonly string[];
}

/** Does the task. @throws ApiProblem, DOMException where the browser gives no passkey */
export const perform = async (task: Task, password: string): Promise<Outcome> => {
  const body = { password };
  switch (task.kind) {
    case 'totp':
      return { enrolment: await read(api.POST('/api/v1/session/second-factor/totp', { body })) };
    case 'remove-totp':
      await read(api.POST('/api/v1/session/second-factor/totp/remove', { body }));
      return {};
    case 'codes':
      return read(api.POST('/api/v1/session/second-factor/recovery-codes', { body }));
    case 'remove-passkey':
      await read(
        api.POST('/api/v1/session/passkeys/{passkeyId}/remove', {
          params: { path: { passkeyId: task.passkeyId } },
          body,
        }),
      );
      return {};
    case 'passkey':
      return addPasskey(task.name, password);
  }
};

const addPasskey = async (name: string, password: string): Promise<Outcome> => {
  const options = await read(api.POST('/api/v1/session/passkeys/options', { body: { password } }));
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options.publicKey as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await navigator.credentials.create({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was made');
  const response: Record<string, unknown> = { ...credential.toJSON() };
  return read(api.POST('/api/v1/session/passkeys', { body: { name, response } }));
};

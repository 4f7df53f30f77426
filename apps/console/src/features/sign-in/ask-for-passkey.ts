/** Asks the browser for a passkey and gives its answer as the API takes it. @throws DOMException when refused */
export const askForPasskey = async (
  options: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was given');
  return { ...credential.toJSON() };
};

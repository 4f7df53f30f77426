import { emailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { ConfirmOptIn, RequestOptIn } from '#lib/subscribers';
import type { FieldDefinition, FieldValue } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import type { Chance } from './chance.js';
import type { Person } from './people.js';
import type { DemoNewsletter } from './shops/demo-shop.js';
import type { Stage } from './stage.js';

export interface OpenNewsletter extends DemoNewsletter {
  readonly tenantId: TenantId;
  readonly tenant: string;
  readonly newsletterId: string;
}

const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15';

/** Several people ask, and confirm some minutes later, by the use cases behind the form and the link, without mails. */
export const signUpTogether = async (
  stage: Stage,
  newsletter: OpenNewsletter,
  persons: readonly Person[],
  chance: Chance,
): Promise<void> => {
  const requests = await inTurns(stage, newsletter, persons, async (tx, { address, name }) => {
    const { tenantId, newsletterId } = newsletter;
    const fields = fieldsOf(newsletter.fields, name, chance);
    const ip = `203.0.113.${chance.below(256)}`;
    const wish = { tenantId, newsletterId, formNumber: 1, fields, ip, userAgent };
    const asked = { ...wish, address: emailAddress(address) };
    return { ip, ...(await stage.get(RequestOptIn).within(tx, asked)) };
  });
  stage.clock.advance({ minutes: 1 + chance.below(20) });
  await inTurns(stage, newsletter, requests, async (tx, request) => {
    if (request.kind !== 'confirm') return;
    const { tenantId } = newsletter;
    const { requestId, ip } = request;
    await stage.get(ConfirmOptIn).within(tx, { tenantId, requestId, ip, userAgent });
  });
};

/** Half of them in one transaction, the other half in another one beside it. */
const inTurns = async <T, R>(
  stage: Stage,
  { tenantId }: OpenNewsletter,
  all: readonly T[],
  work: (tx: Tx, one: T) => Promise<R>,
): Promise<R[]> => {
  const middle = Math.ceil(all.length / 2);
  const halves = [all.slice(0, middle), all.slice(middle)].filter((half) => half.length > 0);
  const done = halves.map((half) =>
    stage.get(Database).inTenant(tenantId, async (tx) => {
      const results: R[] = [];
      for (const one of half) results.push(await work(tx, one));
      return results;
    }),
  );
  return (await Promise.all(done)).flat();
};

/** One person takes the whole way: the form, the mail, its link, the button. */
export const signUpByForm = async (
  stage: Stage,
  { tenant, slug, fields }: OpenNewsletter,
  { address, name }: Person,
  chance: Chance,
): Promise<void> => {
  const body = new URLSearchParams({ email: address, consent: 'yes' });
  for (const [field, value] of Object.entries(fieldsOf(fields, name, chance)))
    body.set(field, String(value ?? ''));
  const headers = { 'User-Agent': userAgent };
  await stage.fetch(`/t/${tenant}/${slug}`, { method: 'POST', body, headers });
  await stage.settle();
  const [mail] = stage.mailbox.find({ to: address });
  const text = mail ? (await stage.mailbox.open(mail.id)).text : '';
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec(text)?.[0];
  if (!link) throw new Error('the confirmation mail has not come');
  stage.clock.advance({ minutes: 2 });
  await stage.fetch(link, { method: 'POST', headers });
};

const fieldsOf = (
  definitions: readonly FieldDefinition[],
  name: string,
  chance: Chance,
): Record<string, FieldValue> =>
  Object.fromEntries(
    definitions.map((definition) => [definition.name, valueOf(definition, name, chance)]),
  );

const valueOf = (
  { type, required, choices = [] }: FieldDefinition,
  name: string,
  chance: Chance,
): FieldValue => {
  if (type === 'text') return name;
  if (!required && chance.isWithin(0.3)) return null;
  if (type === 'choice') return chance.pick(choices).value;
  if (type === 'number') return 1 + chance.below(6);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${1950 + chance.below(74)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
};

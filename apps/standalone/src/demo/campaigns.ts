import { newId } from '#lib/kernel';
import type { LogIn } from './log-ins.js';
import type { DemoCampaign } from './shops/demo-shop.js';
import type { Stage } from './stage.js';

/** Writes a draft by the API, signed in as a member. Gives what schedules it. */
export const draftCampaign = async (
  stage: Stage,
  { email, password }: LogIn,
  newsletterId: string,
  { subject, preheader, body }: DemoCampaign,
): Promise<(at: Date) => Promise<void>> => {
  const headers = await signIn(stage, { email, password });
  const draft = {
    subject,
    preheader,
    text: body.join('\n\n'),
    html: htmlOf(body),
    newsletterIds: [newsletterId],
    tracking: true,
  };
  const { id } = (await call(stage, '/api/v1/campaigns', draft, headers)) as { id: string };
  return async (at) => {
    const once = { 'Idempotency-Key': newId(stage.clock.now()) };
    const path = `/api/v1/campaigns/${id}/schedule`;
    await call(stage, path, { at: at.toISOString() }, { ...headers, ...once });
  };
};

type Headers = Readonly<Record<string, string>>;

const call = async (
  stage: Stage,
  path: string,
  body: object,
  headers: Headers = {},
): Promise<unknown> => {
  const json = { 'Content-Type': 'application/json', ...headers };
  const request = { method: 'POST', headers: json, body: JSON.stringify(body) };
  return (await stage.fetch(path, request)).json();
};

const signIn = async (stage: Stage, credentials: object): Promise<Headers> => {
  const response = await stage.fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { Cookie: cookie.join('; '), 'X-CSRF-Token': csrfToken };
};

const htmlOf = (body: readonly string[]): string => {
  const paragraphs = body.map((part) =>
    part.startsWith('https:')
      ? `<p style="margin: 24px 0"><a href="${part}" style="color: #b3415c">くわしく見る</a></p>`
      : `<p style="margin: 0 0 16px">${part}</p>`,
  );
  return `<div style="max-width: 560px; margin: 0 auto; padding: 24px; color: #222222; background-color: #ffffff; line-height: 1.9">\n${paragraphs.join('\n')}\n</div>`;
};

import type { ParsedMail } from 'mailparser';

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly headers: string[];
  readonly body: string;
}

let origins = 0;

/** Sends a form as a browser does without JavaScript, from another address each time unless one is given. */
export const submit = async (
  app: { readonly url: string },
  to: string,
  form: Readonly<Record<string, string>> = {},
  ip = `198.51.100.${++origins % 250}`,
): Promise<Answer> => {
  const response = await fetch(app.url + to, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { 'X-Forwarded-For': ip, Accept: 'text/html' },
  });
  const varying = new Set(['date', 'connection', 'keep-alive']);
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: [...response.headers].filter(([name]) => !varying.has(name)).map(String),
    body: await response.text(),
  };
};

/** A sign-up form filled in well. */
export const wish = (
  email: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  email,
  name: '山田 花子',
  consent: 'yes',
  ...more,
});

/** The path of the first link to that page. */
export const linkIn = (mail: ParsedMail | undefined, page: string): string =>
  new RegExp(`http://localhost(/${page}/[a-z0-9]+)`).exec(mail?.text ?? '')?.[1] ?? 'no link';

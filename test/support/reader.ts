import type { OpenedMessage } from '#lib/mailbox';
import type { CalendarPlatform } from './platform.js';

/** A person with an address and no JavaScript, who fills in forms and presses the links of mails. */
export interface Reader {
  readonly address: string;
  /** Fills in the form at `/t/{tenant}/{newsletter}`. */
  signUp(form: string, fields?: Readonly<Record<string, string>>): Promise<void>;
  /** Presses the button behind the newest mail's link to that page, such as `confirm`. */
  press(page: 'confirm' | 'u' | 'undo'): Promise<number>;
  /** Lets the mail program unsubscribe from the newest mail that offers it. */
  oneClick(): Promise<number>;
  /** Newest first. */
  mails(): Promise<OpenedMessage[]>;
  subjects(): Promise<string[]>;
}

/** All web addresses in a mail's parts and headers, as they stand there. */
export const linksOf = ({ text, html, headers }: OpenedMessage): string[] => {
  const everything = [text, html.replaceAll('&amp;', '&'), ...headers.map(({ value }) => value)];
  return [...new Set(everything.join('\n').match(/https?:\/\/[^\s"'<>]+/g))];
};

export const aReader = (
  { url, mailbox, drain }: Pick<CalendarPlatform, 'url' | 'mailbox' | 'drain'>,
  address: string,
): Reader => {
  const post = async (path: string, body: Readonly<Record<string, string>>): Promise<number> => {
    const { status } = await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(body),
    });
    await drain.runDue();
    return status;
  };
  const mails = (): Promise<OpenedMessage[]> =>
    Promise.all(mailbox.find({ to: address }).map(({ id }) => mailbox.open(id)));
  const newestLink = async (page: string): Promise<string> => {
    const links = (await mails()).flatMap(linksOf).map((link) => new URL(link));
    const found = links.find(({ pathname }) => pathname.startsWith(`/${page}/`));
    if (!found) throw new Error(`No mail has a link to /${page}/`);
    return `${found.pathname}${found.search}`;
  };
  return {
    address,
    signUp: async (form, fields = {}) => {
      const status = await post(form, { email: address, consent: 'yes', ...fields });
      if (status !== 303) throw new Error(`The form answered with ${status}`);
    },
    press: async (page) => post(await newestLink(page), {}),
    oneClick: async () => post(await newestLink('one-click'), { 'List-Unsubscribe': 'One-Click' }),
    mails,
    subjects: async () => (await mails()).map(({ subject }) => subject),
  };
};

import type { ReceivedMessage } from '#lib/mailbox';
import type { Chance } from './chance.js';
import type { Stage } from './stage.js';

const browsers = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15',
  'Mozilla/5.0',
];

/** Some of the readers open the mail, a few of these follow a link, hardly anyone leaves. */
export const react = async (
  stage: Stage,
  mails: readonly ReceivedMessage[],
  chance: Chance,
): Promise<void> => {
  const opened = mails.filter(() => chance.isWithin(0.3));
  for (let start = 0; start < opened.length; start += 20) {
    const together = opened.slice(start, start + 20).map(({ id }) => read(stage, id, chance));
    await Promise.all(together);
  }
};

const read = async (stage: Stage, id: string, chance: Chance): Promise<void> => {
  const [clicks, leaves] = [chance.isWithin(0.2), chance.isWithin(0.015)];
  const headers = { 'User-Agent': chance.pick(browsers) };
  const { html, headers: fields } = await stage.mailbox.open(id);
  const link = (pattern: RegExp): string | undefined => pattern.exec(html)?.[1];
  const pixel = link(/"(https?:[^"]+\/o\/[^"]+)"/);
  const first = link(/"(https?:[^"]+\/c\/[^"]+)"/);
  if (pixel) await stage.fetch(pixel, { headers });
  if (clicks && first) await stage.fetch(first, { headers });
  if (!leaves) return;
  const unsubscribe = fields.find(({ name }) => name.toLowerCase() === 'list-unsubscribe');
  const oneClick = /<(https?:[^>]+)>/.exec(unsubscribe?.value ?? '')?.[1];
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  if (oneClick) await stage.fetch(oneClick, { method: 'POST', headers, body });
};

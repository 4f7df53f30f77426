import { AddOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { DraftPrices, PublishPrices, SetBillingSettings } from '#lib/billing';
import { jstDate, jstMonth } from '#lib/kernel';
import { KeepDesk } from '#lib/support';
import { DraftDocument, PublishVersion, ReadTerms, ReviewVersion } from '#lib/terms';
import type { LogIn } from './log-ins.js';
import { contactWindows, issuer, standardPrices } from './provider/facts.js';
import { demoDocuments } from './provider/documents.js';
import type { DemoDocument } from './provider/documents.js';
import type { Stage } from './stage.js';

/** The provider as it is before its first tenant comes: two operators, who issues invoices, prices, contact, terms. */
export const openProvider = async (stage: Stage, logIns: readonly LogIn[]): Promise<void> => {
  const [writer, second] = await operatorsOf(stage, logIns);
  if (!writer || !second) throw new Error('there must be two operators');
  const debitSchedule = { leadBusinessDays: 7, closesAtMinute: 16 * 60 };
  const settings = { issuer, debitSchedule, version: 0 };
  await stage.get(SetBillingSettings).execute({ ...settings, actor: writer });
  const effectiveFrom = jstMonth(stage.clock.now());
  const courses = { STANDARD: standardPrices };
  const version = await stage.get(DraftPrices).execute({ effectiveFrom, courses, actor: writer });
  await stage.get(PublishPrices).execute({ version, actor: second });
  for (const window of contactWindows) await stage.get(KeepDesk).saveWindow(window, writer);
  for (const document of demoDocuments) await publish(stage, document, writer, second);
};

const operatorsOf = async (stage: Stage, logIns: readonly LogIn[]): Promise<Actor[]> => {
  const actors: Actor[] = [];
  for (const { role, name, email, password } of logIns)
    if (role === 'admin') {
      const operatorId = await stage.get(AddOperator).execute({ role, name, email, password });
      actors.push({ kind: 'operator', operatorId, role });
    }
  return actors;
};

const publish = async (
  stage: Stage,
  { body, ...document }: DemoDocument,
  writer: Actor,
  second: Actor,
): Promise<void> => {
  const first = { slug: document.slug, number: 1 };
  const text = {
    body,
    supplement: null,
    summary: '最初の版です。',
    impact: 'neutral',
    isMaterial: false,
  } as const;
  await stage.get(DraftDocument).execute({ document, text, actor: writer });
  const review = stage.get(ReviewVersion);
  await review.submit(first, writer);
  const { versions } = await stage.get(ReadTerms).one(document.slug);
  await review.approve(first, versions[0]?.hash ?? '', second);
  await stage.get(PublishVersion).execute(first, jstDate(stage.clock.now()), writer);
};

import type { SenderProfile } from '#lib/accounts';
import type { FieldDefinition } from '#lib/subscribers';
import type { Person } from '../people.js';

export interface DemoNewsletter {
  readonly slug: string;
  readonly title: string;
  readonly intro: { readonly ja: string; readonly en: string };
  readonly fields: readonly FieldDefinition[];
  /** How many people sign up within the three months. */
  readonly readers: number;
  /** Readers whose addresses the mailbox refuses, defers or bounces, and when they signed up. */
  readonly troubled: readonly (Person & { readonly daysAgo: number })[];
  readonly campaigns: readonly DemoCampaign[];
}

export interface DemoCampaign {
  /** Sent so many days ago; negative: to be sent in so many days; a draft when absent. */
  readonly daysAgo?: number;
  readonly hour?: number;
  readonly subject: string;
  readonly preheader: string;
  /** Paragraphs; one that is a web address becomes a link of the HTML body. */
  readonly body: readonly string[];
}

export interface DemoShop {
  readonly slug: 'sakura' | 'aozora';
  readonly name: string;
  readonly profile: SenderProfile;
  readonly newsletters: readonly DemoNewsletter[];
}

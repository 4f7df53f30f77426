import { SessionSpreads } from '#lib/accounts';
import { TrendFigures } from '#lib/bounces';
import { SharedTexts } from '#lib/campaigns';
import { SendingFigures } from '#lib/delivery';
import { jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { GrowthFigures } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AllSettings, DetectorName } from '../domain/detector.js';
import type { Sign } from '../domain/sign.js';
import { atLeast, floodOf, freshHosts, jumpOf, trendOf } from '../domain/signs.js';
import type { Evidence } from '../domain/signs.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekDays = 7;

interface Found {
  readonly tenantId: TenantId;
  readonly campaignId?: string;
  readonly evidence: Evidence | null;
}

const signs = (detector: DetectorName, found: readonly Found[]): Sign[] =>
  found.flatMap(({ tenantId, campaignId = null, evidence }) =>
    evidence ? { detector, tenantId, campaignId, evidence } : [],
  );

/** Holds the figures of all tenants against the thresholds. @clause P4-2 */
@Injectable()
export class FindSigns {
  constructor(
    private readonly growth: GrowthFigures,
    private readonly sending: SendingFigures,
    private readonly texts: SharedTexts,
    private readonly trends: TrendFigures,
    private readonly sessions: SessionSpreads,
  ) {}

  /** Of every detector, on or off; the transaction must be the system's. */
  async within(tx: Tx, settings: AllSettings, now: Date): Promise<Sign[]> {
    return [
      ...(await this.ofAudience(tx, settings, now)),
      ...(await this.ofSending(tx, settings, now)),
      ...(await this.ofTrends(tx, settings, now)),
      ...(await this.ofSessions(tx, settings, now)),
    ];
  }

  private async ofAudience(tx: Tx, settings: AllSettings, now: Date): Promise<Sign[]> {
    const grown = await this.growth.ofDay(tx, jstDate(now).toString());
    const asked = await this.growth.signUps(tx, new Date(now.getTime() - hourMs));
    const jump = settings['audience-jump'].thresholds;
    const flood = settings['sign-up-flood'].thresholds;
    return [
      ...signs(
        'audience-jump',
        grown.map(({ tenantId, joined, usually }) => ({
          tenantId,
          evidence: jumpOf(joined, usually, jump),
        })),
      ),
      ...signs(
        'sign-up-flood',
        asked.map((figures) => ({
          tenantId: figures.tenantId,
          evidence: floodOf(figures, flood),
        })),
      ),
    ];
  }

  private async ofSending(tx: Tx, settings: AllSettings, now: Date): Promise<Sign[]> {
    const yesterday = new Date(now.getTime() - dayMs);
    const lastWeek = new Date(now.getTime() - weekDays * dayMs);
    const sent = await this.sending.of(tx, now, 1);
    const links = await this.sending.links(tx, yesterday);
    const { tenants, letters } = settings['same-text'].thresholds;
    const shared = await this.texts.since(tx, lastWeek, letters);
    const jump = settings['sending-jump'].thresholds;
    return [
      ...signs(
        'sending-jump',
        sent.map(({ tenantId, campaignId, mails, usually }) => ({
          ...{ tenantId, campaignId },
          evidence: jumpOf(mails, usually, jump),
        })),
      ),
      ...signs(
        'new-links',
        links.map(({ tenantId, now: fresh, before }) => ({
          tenantId,
          evidence: freshHosts(fresh, before, settings['new-links'].thresholds),
        })),
      ),
      ...signs(
        'same-text',
        shared.map(({ tenantId, campaignId, tenants: senders }) => ({
          ...{ tenantId, campaignId },
          evidence: atLeast('tenants', senders, tenants),
        })),
      ),
    ];
  }

  private async ofTrends(tx: Tx, settings: AllSettings, now: Date): Promise<Sign[]> {
    const sent = new Map(
      (await this.sending.of(tx, now, weekDays)).map((figures) => [figures.tenantId, figures]),
    );
    const back = await this.trends.of(tx, now, weekDays);
    const trend = (name: 'bounce-trend' | 'complaint-trend'): Sign[] => {
      const isBounce = name === 'bounce-trend';
      const found = back.map((figures): Found => {
        const { tenantId } = figures;
        const { mails = 0, usually = 0 } = sent.get(tenantId) ?? {};
        const bad = isBounce ? figures.failed : figures.complained;
        const usuallyBad = isBounce ? figures.usuallyFailed : figures.usuallyComplained;
        const past = { mails: usually, bad: usuallyBad };
        return { tenantId, evidence: trendOf({ mails, bad }, past, settings[name].thresholds) };
      });
      return signs(name, found);
    };
    return [...trend('bounce-trend'), ...trend('complaint-trend')];
  }

  private async ofSessions(tx: Tx, settings: AllSettings, now: Date): Promise<Sign[]> {
    const spread = await this.sessions.since(tx, new Date(now.getTime() - hourMs));
    const { networks: least } = settings['shared-account'].thresholds;
    return signs(
      'shared-account',
      spread.map(({ tenantId, networks }) => ({
        tenantId,
        evidence: atLeast('networks', networks, least),
      })),
    );
  }
}

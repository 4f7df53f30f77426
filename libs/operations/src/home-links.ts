import type { Texts } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

export interface HomeLink {
  readonly path: string;
  readonly label: Texts;
}

/** What the home page leads to. Whoever composes a process adds what only that process serves. */
@Injectable()
export class HomeLinks {
  private readonly added: HomeLink[] = [];

  add(...links: readonly HomeLink[]): void {
    this.added.push(...links);
  }

  all(): readonly HomeLink[] {
    return [...this.added, ...always];
  }
}

const always: readonly HomeLink[] = [
  { path: '/console/', label: { ja: '管理画面', en: 'Console' } },
  { path: '/console/operator', label: { ja: '運営の管理画面', en: 'Console of the operators' } },
  { path: '/api/docs', label: { ja: 'API の説明書', en: 'API reference' } },
  { path: '/health/ready', label: { ja: '稼働状態', en: 'Health' } },
];

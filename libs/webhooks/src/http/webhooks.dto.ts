import { Choice, Flag, Instant, NestedList, Text, Texts, Uuid, Whole } from '#platform/http';
import type { PageOf } from '#platform/http';
import { endpointStates, messageStates } from '../domain/endpoint.js';
import type { Endpoint, WebhookMessage } from '../domain/endpoint.js';
import { eventTypes, subscribableTypes } from '../domain/event-types.js';
import type { EventType } from '../domain/event-types.js';

export class EndpointDto {
  @Text({ max: 2_000, example: 'https://shop.example.jp/hooks/mail' })
  url!: string;

  @Texts({ values: subscribableTypes, about: 'Which events are told' })
  events!: EventType[];

  @Flag({ about: 'False switches it off; true also clears a failure' })
  isOn!: boolean;
}

export class EndpointView {
  @Uuid() id!: string;
  @Text({ max: 2_000 }) url!: string;
  @Texts({ values: subscribableTypes }) events!: string[];
  @Choice(endpointStates, {
    about: 'failed: switched off by us after five days without an arrival',
  })
  state!: string;
  @Instant({ nullable: true, about: 'Since when every try has failed' })
  failingSince!: string | null;
  @Instant() createdAt!: string;
}

export class CreatedEndpointView extends EndpointView {
  @Text({ about: 'For checking signatures; shown in this answer only' }) secret!: string;
}

export class EndpointsView {
  @NestedList(() => EndpointView) items!: EndpointView[];
}

export class SecretView {
  @Text({ about: 'Shown in this answer only' }) secret!: string;
}

export class SentView {
  @Uuid() messageId!: string;
}

export class MessageView {
  @Uuid({ about: 'webhook-id, the same in each try' }) id!: string;
  @Choice(eventTypes) type!: string;
  @Text({ max: 20_000, about: 'What is sent, as JSON text' }) body!: string;
  @Instant() createdAt!: string;
  @Choice(messageStates) state!: string;
  @Whole() tries!: number;
  @Instant({ nullable: true }) lastTriedAt!: string | null;
  @Whole({ nullable: true, about: 'HTTP status of the last answer' }) lastStatus!: number | null;
  @Choice(['address-not-public', 'no-answer', 'timeout', 'refused'], { nullable: true })
  lastProblem!: string | null;
  @Instant({ nullable: true }) nextTryAt!: string | null;
}

export class MessagesView {
  @NestedList(() => MessageView) items!: MessageView[];
  @Text({ nullable: true, about: 'Pass it as cursor to read on; null at the end' })
  nextCursor!: string | null;
}

export const endpointView = ({
  id,
  url,
  events,
  state,
  failingSince,
  createdAt,
}: Endpoint): EndpointView => ({
  id,
  url,
  events: [...events],
  state,
  failingSince: failingSince?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

const messageView = (m: WebhookMessage): MessageView => ({
  id: m.id,
  type: m.type,
  body: m.body,
  createdAt: m.createdAt.toISOString(),
  state: m.state,
  tries: m.tries,
  lastTriedAt: m.lastTriedAt?.toISOString() ?? null,
  lastStatus: m.lastStatus,
  lastProblem: m.lastProblem,
  nextTryAt: m.nextTryAt?.toISOString() ?? null,
});

export const messagesView = ({ items, nextCursor }: PageOf<WebhookMessage>): MessagesView => ({
  items: items.map(messageView),
  nextCursor,
});

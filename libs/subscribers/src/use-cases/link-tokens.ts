import { timingSafeEqual } from 'node:crypto';
import { Secrets, base32, fromBase32 } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import {
  packLink,
  packMailLink,
  packUndo,
  unpackLink,
  unpackMailLink,
  unpackUndo,
} from '../domain/link-token.js';
import type { LinkSubject } from '../domain/link-token.js';

const sealLength = 26;
/** 80 bits: what fits an address of at most 64 characters before the @. */
const mailSealLength = 16;

type LinkPurpose = 'unsubscribe' | 'preferences';

/**
 * Signed tokens of links: the subject in lower-case base32, then its seal. Nothing is stored, so making one costs
 * no query; one purpose's token opens nothing else.
 */
@Injectable()
export class LinkTokens {
  constructor(private readonly secrets: Secrets) {}

  link(purpose: LinkPurpose, subject: LinkSubject): string {
    const body = base32(packLink(subject));
    return body + this.secrets.seal(purpose, body);
  }

  openLink(purpose: LinkPurpose, token: string): LinkSubject | undefined {
    const bytes = this.open(purpose, token, sealLength);
    return bytes && unpackLink(bytes);
  }

  mailLink(subject: LinkSubject): string {
    const body = base32(packMailLink(subject));
    return body + this.secrets.seal('unsubscribe', body).slice(0, mailSealLength);
  }

  openMailLink(token: string): { subscriberId: string; newsletterTail: string | null } | undefined {
    const bytes = this.open('unsubscribe', token, mailSealLength);
    return bytes && unpackMailLink(bytes);
  }

  undo(subscriberId: string, at: Date): string {
    const body = base32(packUndo(subscriberId, at));
    return body + this.secrets.seal('undo', body);
  }

  openUndo(token: string): { subscriberId: string; at: Date } | undefined {
    const bytes = this.open('undo', token, sealLength);
    return bytes && unpackUndo(bytes);
  }

  /** The token of a confirmation link: made anew from the id, so that no queue and no table ever holds it. */
  optIn(requestId: string): string {
    return this.secrets.seal('opt-in', requestId);
  }

  private open(purpose: LinkPurpose | 'undo', token: string, length: number): Buffer | undefined {
    const lower = token.toLowerCase();
    const body = lower.slice(0, -length);
    const given = Buffer.from(lower.slice(-length));
    const right = Buffer.from(this.secrets.seal(purpose, body).slice(0, length));
    const genuine = given.length === right.length && timingSafeEqual(given, right);
    return genuine ? fromBase32(body) : undefined;
  }
}

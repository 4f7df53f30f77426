import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

interface FiledCall {
  readonly at: string;
  readonly minutes: number;
  readonly summary: string;
  readonly recorded: boolean;
}

export interface FiledInquiry {
  readonly at: Date;
  readonly subject: string;
  readonly text: string;
  readonly answers: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  readonly calls: readonly FiledCall[];
}

@Injectable()
export class PersonInquiriesStore {
  of(tx: Tx, address: string): Promise<FiledInquiry[]> {
    return tx.query(
      `SELECT i.arrived_at AS at, i.subject, i.text,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('at', t->>'at', 'by', t->>'by', 'text', t->>'text')), '[]')
          FROM jsonb_array_elements(i.thread) t) AS answers,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'minutes', c.minutes, 'summary', c.summary,
            'recorded', c.recording IS NOT NULL) ORDER BY c.at), '[]')
          FROM calls c WHERE c.inquiry_id = i.id) AS calls
       FROM inquiries i WHERE lower(i.from_address) = lower($1) ORDER BY i.arrived_at, i.id`,
      [address],
    );
  }
}

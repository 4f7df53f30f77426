import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

interface TakenLetter {
  readonly digest: string;
  /** Of the message in the spool. */
  readonly messageId: string;
  readonly arrivedAt: Date;
}

/** Letters that were handed on, so that each is handed on once. In the system's transactions. */
@Injectable()
export class TakenLetters {
  /** Gives whether this message brought the letter first; waits for whoever takes the same one just now. */
  async take(tx: Tx, { digest, messageId, arrivedAt }: TakenLetter): Promise<boolean> {
    await tx.execute(
      `INSERT INTO taken_letters (digest, message_id, arrived_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [digest, messageId, arrivedAt],
    );
    const [first] = await tx.query<{ messageId: string }>(
      `SELECT message_id AS "messageId" FROM taken_letters WHERE digest = $1`,
      [digest],
    );
    return first?.messageId === messageId;
  }

  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.execute('DELETE FROM taken_letters WHERE arrived_at < $1', [before]);
  }
}

import { Dialogue } from './dialogue.js';
import type { SmtpReply } from './dialogue.js';
import type { Capabilities } from './capabilities.js';
import type { Handover, ReadyMail } from './handover.js';
import type { Relay } from './relay.js';
import { signIn } from './sign-in.js';
import type { SignedIn } from './sign-in.js';
import { wireForm } from './wire-form.js';
import type { WireForm } from './wire-form.js';

const reset = 'RSET\r\n';
const announcement = 'DATA\r\n';
/** A connection that has been heard within this time is taken for one that still is. */
const freshMs = 1000;

/**
 * One open connection to a relay, past its greeting, TLS and sign-in. A mail costs one round trip: in one piece where
 * the relay takes chunks (RFC 3030), else announced behind the final dot of the last one where it takes commands ahead
 * of its answers (RFC 2920 §3.1). Of each mail it knows at every moment whether its last byte may have left: that
 * decides what a broken connection means. So that a break leaves one mail in doubt and not those behind it, no mail's
 * text is written before the fate of the last one is known.
 */
export class SmtpSession {
  /** Mails begun so far; a connection that has served before may have gone stale. */
  served = 0;
  private readonly dialogue: Dialogue;
  private readonly relay: Capabilities;
  /** Mails whose fate is not known yet: at most one whose dot was written and one that is being announced. */
  private underWay = 0;
  /** A transaction was refused half-way and must be ended before the next. @rfc 5321 §4.1.1.5 */
  private unclean = false;
  private heardMs = performance.now();

  private constructor({ socket, relay }: SignedIn, onEnd: (session: SmtpSession) => void) {
    this.relay = relay;
    this.dialogue = new Dialogue(socket, () => {
      onEnd(this);
    });
  }

  /** @throws the library's error when the relay is away, does not let us in, or we leave meanwhile */
  static async connect(
    relay: Relay,
    leaving: AbortSignal,
    onEnd: (session: SmtpSession) => void,
  ): Promise<SmtpSession> {
    return new SmtpSession(await signIn(relay, leaving), onEnd);
  }

  get isOpen(): boolean {
    return this.dialogue.isOpen;
  }

  /** True when no mail is under way. */
  get isIdle(): boolean {
    return this.underWay === 0;
  }

  /**
   * Hands one mail over.
   * @param whenReady called once the session takes the next mail, at the latest when this one's fate is known
   */
  async send(mail: ReadyMail, whenReady: () => void): Promise<Handover> {
    if (!mail.mayLeave()) return { kind: 'too-late' };
    const form = wireForm(mail, this.relay);
    if (!form) return { kind: 'unsendable' };
    // Else it would be taken for the answer to this mail.
    if (this.dialogue.spokeUnasked) this.dialogue.close();
    this.served++;
    const inOnePiece = this.takesOnePiece;
    this.underWay++;
    try {
      if (inOnePiece) return await this.sendWhole(form);
      const refusal = await this.announce(form);
      if (refusal) return refusal;
      if (mail.mayLeave()) return await this.deliver(form, whenReady);
      this.dialogue.close();
      return { kind: 'too-late' };
    } finally {
      this.underWay--;
      this.heardMs = performance.now();
    }
  }

  /** Says goodbye. */
  close(): void {
    this.dialogue.say('QUIT\r\n');
    this.dialogue.close();
  }

  /**
   * The relay may have hung up on a connection that lay idle. There a mail is announced first, since its text would
   * be of unknown fate.
   */
  private get takesOnePiece(): boolean {
    const isFresh = performance.now() - this.heardMs < freshMs;
    return this.relay.chunking && this.isIdle && !this.unclean && isFresh;
  }

  /** A relay that refuses the sender or the reader still reads the text, and refuses it too. @rfc 3030 §4.2 */
  private async sendWhole({ envelope, chunk }: WireForm): Promise<Handover> {
    const [chunkLine, text] = chunk();
    const lines = [...envelope, chunkLine];
    let dotWritten = false;
    this.dialogue.write([Buffer.from(lines.join(''), 'latin1'), text], () => {
      dotWritten = true;
    });
    let reply: SmtpReply | undefined;
    let refusal: SmtpReply | undefined;
    for (let heard = 0; heard < lines.length; heard++) {
      reply = await this.dialogue.reply();
      if (reply && reply.code >= 300) refusal ??= reply;
    }
    this.unclean = refusal !== undefined;
    const end = refusal ?? reply;
    return end ? replied(end) : { kind: 'lost', dotWritten };
  }

  /** The commands before the text, all at once where the relay allows it. Gives what stands in the way. */
  private async announce({ envelope }: WireForm): Promise<Handover | undefined> {
    const { pipelining } = this.relay;
    const lines = [...(this.unclean ? [reset] : []), ...envelope, announcement];
    if (pipelining) this.dialogue.say(lines.join(''));
    let refusal: SmtpReply | undefined;
    for (const line of lines) {
      if (!pipelining) this.dialogue.say(line);
      const reply = await this.dialogue.reply();
      if (!reply) return refusal ? replied(refusal) : { kind: 'lost', dotWritten: false };
      if (line === reset && reply.code !== 250) this.dialogue.close();
      const wanted = line === announcement ? 3 : 2;
      if (Math.floor(reply.code / 100) !== wanted && line !== reset) refusal ??= reply;
      // A relay that waits for the text of a mail it has refused can only be left.
      else if (refusal && wanted === 3) this.dialogue.close();
      if (refusal && !pipelining) break;
    }
    this.unclean = refusal !== undefined;
    return refusal && replied(refusal);
  }

  private async deliver({ data }: WireForm, whenReady: () => void): Promise<Handover> {
    let dotWritten = false;
    this.dialogue.write(data(), () => {
      dotWritten = true;
    });
    const answer = this.dialogue.reply(); // asked for before whoever comes next asks
    if (this.relay.pipelining) whenReady();
    const reply = await answer;
    return reply ? replied(reply) : { kind: 'lost', dotWritten };
  }
}

const replied = ({ code, text }: SmtpReply): Handover => ({
  kind: 'replied',
  code,
  response: text,
});

import { Dialogue } from './dialogue.js';
import type { SmtpReply } from './dialogue.js';
import type { Capabilities } from './capabilities.js';
import type { Handover, ReadyMail } from './handover.js';
import type { Relay } from './relay.js';
import { signIn } from './sign-in.js';
import type { SignedIn } from './sign-in.js';
import { wireForm } from './wire-form.js';
import type { WireForm } from './wire-form.js';

/**
 * One open connection to a relay, past its greeting, TLS and sign-in. Sends one mail at a time, and knows at every
 * moment whether the final dot may have left: that decides what a broken connection means.
 */
export class SmtpSession {
  /** Mails handed over so far; a connection that has served before may have gone stale. */
  served = 0;
  private readonly dialogue: Dialogue;
  private readonly relay: Capabilities;

  private constructor(
    /** Name of the relay at the other end. */
    readonly to: string,
    { socket, relay }: SignedIn,
    onEnd: (session: SmtpSession) => void,
  ) {
    this.relay = relay;
    this.dialogue = new Dialogue(socket, () => {
      onEnd(this);
    });
  }

  /** @throws the library's error when the relay is away or does not let us in */
  static async connect(relay: Relay, onEnd: (session: SmtpSession) => void): Promise<SmtpSession> {
    return new SmtpSession(relay.name, await signIn(relay), onEnd);
  }

  get isOpen(): boolean {
    return this.dialogue.isOpen;
  }

  async send(mail: ReadyMail): Promise<Handover> {
    if (!mail.mayLeave()) return { kind: 'too-late' };
    const form = wireForm(mail, this.relay);
    if (!form) return { kind: 'unsendable' };
    // Else it would be taken for the answer to this mail.
    if (this.dialogue.spokeUnasked) this.dialogue.close();
    const refusal = await this.announce(form);
    this.served++;
    if (refusal) {
      await this.reset();
      return refusal;
    }
    if (!mail.mayLeave()) {
      this.dialogue.close();
      return { kind: 'too-late' };
    }
    const result = await this.deliver(form);
    if (result.kind === 'replied' && result.code >= 300) await this.reset();
    return result;
  }

  close(): void {
    this.dialogue.say('QUIT\r\n');
    this.dialogue.close();
  }

  /** The commands before the text, all at once where the relay allows it. Gives what stands in the way. */
  private async announce({ commands }: WireForm): Promise<Handover | undefined> {
    const { pipelining } = this.relay;
    if (pipelining) this.dialogue.say(commands.join(''));
    let refusal: SmtpReply | undefined;
    for (const command of commands) {
      if (!pipelining) this.dialogue.say(command);
      const reply = await this.dialogue.reply();
      if (!reply) return refusal ? replied(refusal) : { kind: 'lost', dotWritten: false };
      const wanted = command === commands[2] ? 3 : 2;
      if (Math.floor(reply.code / 100) !== wanted) refusal ??= reply;
      // A relay that waits for the text of a mail it has refused can only be left.
      else if (refusal && wanted === 3) this.dialogue.close();
      if (refusal && !pipelining) break;
    }
    return refusal && replied(refusal);
  }

  private async deliver({ text }: WireForm): Promise<Handover> {
    let dotWritten = false;
    this.dialogue.write(text, () => {
      dotWritten = true;
    });
    const reply = await this.dialogue.reply();
    return reply ? replied(reply) : { kind: 'lost', dotWritten };
  }

  /** Ends the refused transaction, so that the next mail finds a clean session. @rfc 5321 §4.1.1.5 */
  private async reset(): Promise<void> {
    if (!this.isOpen) return;
    this.dialogue.say('RSET\r\n');
    const reply = await this.dialogue.reply();
    if (reply?.code !== 250) this.dialogue.close();
  }
}

const replied = ({ code, text }: SmtpReply): Handover => ({
  kind: 'replied',
  code,
  response: text,
});

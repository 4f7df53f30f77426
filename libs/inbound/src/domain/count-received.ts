const headerLimit = 262_144;

/**
 * How many hands a message has gone through.
 * @rfc 5321 §6.3
 */
export const countReceived = (raw: Uint8Array): number => {
  const text = new TextDecoder('latin1').decode(raw.subarray(0, headerLimit));
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return head.match(/^received[ \t]*:/gim)?.length ?? 0;
};

/** More hands than this are a loop: the message is dropped, and nobody is told, as that would go round too. */
export const mostHands = 30;

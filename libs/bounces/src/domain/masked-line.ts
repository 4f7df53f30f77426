/** `example.jp` of `t***@example.jp` */
export const domainOfLine = (masked: string): string => masked.slice(masked.lastIndexOf('@') + 1);

/** The line as a tenant may read it: with its domain only where nobody stands out by it. @clause W17.4 */
export const lineFor = (masked: string, isCrowded: boolean): string =>
  isCrowded ? masked : masked.slice(0, masked.lastIndexOf('@'));

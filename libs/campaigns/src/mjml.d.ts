declare module 'mjml' {
  interface MjmlError {
    readonly line: number;
    readonly message: string;
    readonly tagName: string;
  }

  interface MjmlOptions {
    readonly validationLevel: 'soft' | 'strict' | 'skip';
    readonly ignoreIncludes: boolean;
    readonly keepComments: boolean;
    readonly fonts: Readonly<Record<string, string>>;
  }

  /** Rejects when the source is no MJML at all. */
  export default function mjml2html(
    source: string,
    options: MjmlOptions,
  ): Promise<{ readonly html: string; readonly errors: readonly MjmlError[] }>;
}

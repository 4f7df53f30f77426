/** Words of one style. `href` is Liquid, as all texts of a draft. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly href: string | null;
}

/** What stands in a line: words, a new line, a merge field (差込) by its Liquid source `{{ … }}`. */
export type Inline =
  Words | { readonly kind: 'break' } | { readonly kind: 'merge'; readonly source: string };

export type Alignment = 'left' | 'center' | 'right';

export interface Item {
  readonly lines: readonly Inline[];
  readonly lists: readonly List[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Item[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly align: Alignment; readonly inline: readonly Inline[] }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly align: Alignment;
      readonly inline: readonly Inline[];
    }
  | List
  | {
      readonly kind: 'image';
      readonly src: string;
      readonly alt: string;
      /** Pixels. */
      readonly width: number;
      readonly href: string;
    }
  | { readonly kind: 'button'; readonly label: string; readonly href: string }
  | { readonly kind: 'divider' }
  /** Height in pixels. */
  | { readonly kind: 'spacer'; readonly height: number };

/** Blocks beside each other; on narrow screens below each other. */
export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly (readonly Block[])[];
}

/** A mail as it was built in the visual editor, from top to bottom. */
export type Mail = readonly (Block | Columns)[];

/** Widest picture of a mail, in pixels. */
export const mailWidth = 600;

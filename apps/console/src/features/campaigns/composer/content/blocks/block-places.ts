import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';

/** A block around the cursor, and where it stands among its neighbours. */
export interface Place {
  readonly node: Node;
  readonly at: number;
  readonly index: number;
  readonly siblings: number;
}

const holders = ['doc', 'column'];

/** The blocks around the cursor, the innermost first: within columns there are two. */
export const placesOf = ({ selection }: EditorState): Place[] => {
  const { $from } = selection;
  const places: Place[] = [];
  if (selection instanceof NodeSelection && selection.node.isBlock)
    places.push({
      node: selection.node,
      at: selection.from,
      index: $from.index(),
      siblings: $from.parent.childCount,
    });
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1);
    if (holders.includes(parent.type.name))
      places.push({
        node: $from.node(depth),
        at: $from.before(depth),
        index: $from.index(depth - 1),
        siblings: parent.childCount,
      });
  }
  return places;
};

/** Changes places with the neighbour above (-1) or below (1); the cursor goes along. */
export const moveBlock = (editor: Editor, by: -1 | 1, which = 0): boolean =>
  editor.commands.command(({ state, tr }) => {
    const place = placesOf(state)[which];
    if (!place) return false;
    const { node, at, index, siblings } = place;
    if (index + by < 0 || index + by >= siblings) return false;
    const parent = state.doc.resolve(at).parent;
    const other = parent.child(index + by);
    const start = by < 0 ? at - other.nodeSize : at;
    tr.replaceWith(
      start,
      start + node.nodeSize + other.nodeSize,
      by < 0 ? [node, other] : [other, node],
    );
    select(tr, by < 0 ? start : start + other.nodeSize, state.selection.from - at);
    tr.scrollIntoView();
    return true;
  });

const select = (tr: Transaction, at: number, offset: number): void => {
  tr.setSelection(
    offset === 0 ? NodeSelection.create(tr.doc, at) : TextSelection.create(tr.doc, at + offset),
  );
};

export const copyBlock = (editor: Editor, which: number): boolean =>
  editor.commands.command(({ state, tr }) => {
    const place = placesOf(state)[which];
    if (!place) return false;
    tr.insert(place.at + place.node.nodeSize, place.node.copy(place.node.content));
    return true;
  });

export const removeBlock = (editor: Editor, which: number): boolean =>
  editor
    .chain()
    .command(({ state, tr }) => {
      const place = placesOf(state)[which];
      if (!place) return false;
      tr.delete(place.at, place.at + place.node.nodeSize);
      return true;
    })
    .focus()
    .run();

/**
 * Puts a block below the one at the cursor, or in the place of an empty line. Columns go below columns, not into them.
 * @param choose whether it is the chosen one afterwards; otherwise the cursor goes into it, or behind it
 */
export const insertBlock = (editor: Editor, content: JSONContent, choose: boolean): void => {
  const node = editor.schema.nodeFromJSON(content);
  const isInner = node.type.name !== 'columns';
  const place = placesOf(editor.state).at(isInner ? 0 : -1);
  const isEmpty = place?.node.type.name === 'paragraph' && place.node.content.size === 0;
  const end = place ? place.at + place.node.nodeSize : editor.state.doc.content.size;
  const at = place && isEmpty ? place.at : end;
  editor.chain().focus().insertContentAt({ from: at, to: end }, content).run();
  const { doc } = editor.state;
  const selection = choose
    ? NodeSelection.create(doc, at)
    : Selection.near(doc.resolve(isInner ? at + node.nodeSize : at + 1));
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
};

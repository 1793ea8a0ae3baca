/**
 * What the editor knows by name. The editor throws on an element or a kind of text that it doesn't
 * know, in everyone's browser and again at every load, so none may reach a document.
 */

/** The root that the editor reads. Other roots belong to other programs, and the editor never looks there. */
export const EDITOR_ROOT = 'root-v2';

/** Exactly the elements that the editor has registered. A new kind of node is added in both places. */
export const EDITOR_ELEMENTS: ReadonlySet<string> = new Set([
  'block',
  'paragraph',
  'table',
  'tablerow',
  'tablecell',
  'horizontalrule',
  'linebreak',
]);

/** Elements that the editor can't put straight under its root, where text can't stand either. */
export const NEVER_UNDER_ROOT: ReadonlySet<string> = new Set(['linebreak']);

/** The text attribute that names the kind of a stretch of text, and the only kind that the editor writes. */
export const TEXT_KIND_ATTRIBUTE = 't';
export const EDITOR_TEXT_KINDS: ReadonlySet<string> = new Set(['text']);

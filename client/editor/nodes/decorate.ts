import { $isTextNode, type EditorDOMRenderConfig } from 'lexical';
import { $getLink, $getMention } from './runStates.ts';

/**
 * Shows a run's link or mention on the element that Lexical draws for its words; it runs again each
 * time that element is drawn. The words stay plain text inside, so the caret moves through them as
 * through any others; opening a link is the page's work (`data-link` holds its address).
 */
export const $decorateDOM: EditorDOMRenderConfig['$decorateDOM'] = (node, _previous, element) => {
  if (!$isTextNode(node)) return;
  const link = $getLink(node);
  const mention = $getMention(node);
  element.classList.toggle('run-link', link !== undefined);
  element.classList.toggle('run-mention', mention !== undefined);
  if (element.classList.length === 0) element.removeAttribute('class');
  setOrRemove(element, 'data-link', link);
  setOrRemove(element, 'role', link === undefined ? undefined : 'link');
  setOrRemove(element, 'data-mention', mention && `${mention.kind}:${mention.id}`);
};

function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

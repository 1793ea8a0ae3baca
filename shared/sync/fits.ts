import type { Place } from './documentView.ts';
import { EDITOR_TEXT_KINDS, NEVER_UNDER_ROOT, TEXT_KIND_ATTRIBUTE } from './editorNames.ts';
import type { Content } from './updateStructs.ts';

/** Whether the content may stand there: what the editor's types can't hold makes them throw for everyone. */
export function fits(content: Content, { container, sub }: Place): boolean {
  if (content.is === 'deleted') return true;
  if (sub !== null) return content.is !== 'format' && content.is !== 'string';
  switch (container.kind) {
    case 'open':
      return true;
    case 'array':
      return content.is !== 'format' && content.is !== 'string';
    case 'map':
      return false;
    case 'editorRoot':
      return content.is === 'type' && content.name !== null && !NEVER_UNDER_ROOT.has(content.name);
    case 'element':
    case 'fragment':
      return content.is === 'type' && (content.name !== null || content.type === 'xmlText');
    case 'text':
      return (
        content.is === 'string' || content.is === 'format' || content.is === 'embed' || content.is === 'type'
      );
    case 'xmlText':
      return content.is === 'string' || (content.is === 'format' && isKnownTextKind(content));
  }
}

function isKnownTextKind({ key, value }: { readonly key: string; readonly value: unknown }): boolean {
  if (key !== TEXT_KIND_ATTRIBUTE || value === null) return true;
  return typeof value === 'string' && EDITOR_TEXT_KINDS.has(value);
}

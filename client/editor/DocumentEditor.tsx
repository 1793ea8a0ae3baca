import { useDocument } from '../sync/useDocument.ts';
import { Loading } from '../ui/Loading.tsx';
import { t } from '../words.ts';
import { type DocumentEditorProps, EditorFrame } from './EditorFrame.tsx';
import './editor.css';

/** A document that several people write at once: tools, text, outline, who is here and the truth about saving. */
export function DocumentEditor(props: DocumentEditorProps) {
  const opened = useDocument(props.documentId, props.accountId);
  if (!opened) return <Loading what={t('editor.opening')} />;
  return <EditorFrame key={props.documentId} opened={opened} {...props} />;
}

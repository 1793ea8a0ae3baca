import { t } from '../words.ts';
import type { TemplateCard } from './queries.ts';

/** A template's name, or plain "Document" while templates are on their way or when one is no longer offered. */
export function templateName(templates: readonly TemplateCard[] | undefined, id: string): string {
  return templates?.find((template) => template.id === id)?.name ?? t('documents.document');
}

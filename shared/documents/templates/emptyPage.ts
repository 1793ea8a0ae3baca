import { paragraph } from '../compose.ts';
import type { Template } from './template.ts';

export const emptyPage: Template = {
  id: 'empty',
  name: 'Empty page',
  summary: 'Start with nothing, and write what you like.',
  suggestedTitle: 'Untitled',
  source: 'No source: it is an empty page',
  survives: 'Nothing to lose, and nothing added.',
  blocks: [paragraph()],
};

import type { ReactNode } from 'react';
import { registerWords } from '../../shared/messages/en/decisionRegister.ts';
import { type StateWord, type Tone, toneOf } from './stateOf.ts';
import './decisions.css';

const SHAPES: Record<Tone, ReactNode> = {
  open: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  wait: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />
    </>
  ),
  good: (
    <path
      d="m2.5 8.5 3.5 3.5 7.5-8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  bad: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor" />,
  quiet: <path d="M2 8h12" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />,
};

/** Where a decision stands, as shape, colour and word. */
export function StateChip({ word }: { readonly word: StateWord }) {
  const tone = toneOf(word);
  return (
    <span className="state-chip" data-tone={tone}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {registerWords.states[word]}
    </span>
  );
}

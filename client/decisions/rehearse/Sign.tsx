import type { ReactNode } from 'react';
import type { Answer } from './answers.ts';

const RING = <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />;
const FULL = <circle cx="10" cy="10" r="9" fill="currentColor" />;
const TICK = (
  <path
    d="m5.8 10.2 2.8 2.8 5.4-5.8"
    fill="none"
    stroke="var(--card)"
    strokeWidth="2.2"
    strokeLinecap="round"
  />
);
const BAR = <path d="M6 10h8" stroke="var(--card)" strokeWidth="2.4" strokeLinecap="round" />;

/** The sign of an answer: a shape of its own for each, whatever its colour. The word stands beside it. */
export function Sign({ answer }: { readonly answer: Answer | 'none' }) {
  return (
    <svg className="answer-sign" viewBox="0 0 20 20" width="24" height="24" aria-hidden="true">
      {shapeOf(answer)}
    </svg>
  );
}

function shapeOf(answer: Answer | 'none'): ReactNode {
  switch (answer) {
    case 'silent':
      return (
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeDasharray="3 3"
        />
      );
    case 'none':
      return <path d="m5 5 10 10m0-10L5 15" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />;
    case 'agree':
    case 'for':
      return (
        <>
          {FULL}
          {TICK}
        </>
      );
    case 'agree_with_reservations':
      return (
        <>
          {RING}
          <circle cx="10" cy="10" r="4" fill="currentColor" />
        </>
      );
    case 'stand_aside':
      return (
        <>
          {RING}
          <path d="M10 2a8 8 0 0 0 0 16Z" fill="currentColor" />
        </>
      );
    case 'block':
    case 'against':
      return (
        <>
          <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z" fill="currentColor" />
          {BAR}
        </>
      );
    case 'abstain':
      return <path d="M3 10h14" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />;
    case 'outside_our_powers':
      return (
        <>
          <rect x="2.5" y="2.5" width="15" height="15" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M7 13 13 7m-4.5 0H13v4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </>
      );
    default:
      return (
        <>
          {FULL}
          <path d="m8 7 2.4-1.4V15" fill="none" stroke="var(--card)" strokeWidth="2" />
        </>
      );
  }
}

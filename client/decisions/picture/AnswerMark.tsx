import type { ReactNode } from 'react';
import type { MarkKind } from './marks.ts';

/** Drawn in the colour of the text around it (`currentColor`), with what is cut out in that of its ground. */
const CUT = 'var(--mark-ground, var(--card))';
const disc = <circle cx="18" cy="18" r="15" fill="currentColor" />;
const ring = <circle cx="18" cy="18" r="13.5" fill="none" stroke="currentColor" strokeWidth="3" />;
const dashed = (
  <circle
    cx="18"
    cy="18"
    r="13.5"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.5"
    strokeDasharray="4.2 4.28"
  />
);
const line = { fill: 'none', strokeWidth: 3.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const DRAWINGS: Record<MarkKind, ReactNode> = {
  agree: (
    <>
      {disc}
      <path d="m11 18.5 5 5 9.5-10.5" stroke={CUT} {...line} />
    </>
  ),
  for: (
    <>
      {disc}
      <path d="M18 26V11m-6.5 6.5L18 11l6.5 6.5" stroke={CUT} {...line} />
    </>
  ),
  against: (
    <>
      {ring}
      <path d="M18 10v15m-6.5-6.5L18 25l6.5-6.5" stroke="currentColor" {...line} />
    </>
  ),
  agree_with_reservations: (
    <>
      {ring}
      <circle cx="18" cy="18" r="7" fill="currentColor" />
    </>
  ),
  stand_aside: (
    <>
      {ring}
      <path d="M18 4.5a13.5 13.5 0 0 0 0 27Z" fill="currentColor" />
    </>
  ),
  block: (
    <>
      <path d="M11.8 3h12.4L33 11.8v12.4L24.2 33H11.8L3 24.2V11.8Z" fill="currentColor" />
      <path d="M11 18h14" stroke={CUT} {...line} strokeWidth={5} strokeLinecap="butt" />
    </>
  ),
  abstain: <path d="M8 18h20" stroke="currentColor" {...line} strokeWidth={5} />,
  outside_our_powers: (
    <>
      <path d="M16 6H7v23h23v-9" stroke="currentColor" {...line} strokeWidth={3} />
      <path d="M16 20 30 6m-9 0h9v9" stroke="currentColor" {...line} strokeWidth={3} />
    </>
  ),
  ranking: (
    <>
      {disc}
      <path d="M10.5 12.5h15M10.5 18h10.5M10.5 23.5h6" stroke={CUT} {...line} strokeWidth={3} />
    </>
  ),
  silent: dashed,
  unanswered: dashed,
  to_confirm: (
    <>
      {dashed}
      <path d="M18 11v8.5" stroke="currentColor" {...line} />
      <circle cx="18" cy="25" r="2.2" fill="currentColor" />
    </>
  ),
  no_vote: <path d="m9 9 18 18M27 9 9 27" stroke="currentColor" {...line} strokeWidth={3} />,
  left: <path d="M6 18h20m-7-7 7 7-7 7M31 8v20" stroke="currentColor" {...line} strokeWidth={3} />,
  hidden: (
    <>
      <rect x="4.5" y="4.5" width="27" height="27" rx="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="M5 15 15 5M5 24 24 5M7 31 31 7M15 31.5 31.5 15M24 31.5l7.5-7.5"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </>
  ),
};

/** An answer as a sign: its shape says it without its colour. The word stands beside it, so that it is hidden from those who listen. */
export function AnswerMark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className="answer-mark" data-mark={kind} viewBox="0 0 36 36" aria-hidden="true">
      {DRAWINGS[kind]}
    </svg>
  );
}

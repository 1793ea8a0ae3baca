import type { ReactNode } from 'react';
import type { Side } from '../../shared/partnerships/sides.ts';
import { t } from '../words.ts';

const SHAPES: Record<Side, ReactNode> = {
  commissioner: <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  contracted_provider: <path d="M8 1.5 15 14H1Z" fill="currentColor" />,
  community_provider: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  people_who_use_services: <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="currentColor" />,
};

/** A side's shape alone, where its word stands beside it. */
export function SideShape({ side }: { readonly side: Side }) {
  return (
    <svg className="side-shape" data-side={side} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[side]}
    </svg>
  );
}

export interface SideMarkProps {
  readonly side: Side;
  /** What stands beside the shape: the side's own name if nothing else, or a seat's or a person's. */
  readonly children?: ReactNode;
}

/**
 * A side as colour, shape and word. Where the word is a seat's or a person's name,
 * the side's name is there for those who can't see the shape.
 */
export function SideMark({ side, children }: SideMarkProps) {
  const name = t(`partnerships.sides.${side}`);
  return (
    <span className="side-mark" data-side={side}>
      <SideShape side={side} />
      <span>
        {children ?? name}
        {children && <span className="visually-hidden"> ({name})</span>}
      </span>
    </span>
  );
}

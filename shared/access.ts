import { z } from 'zod';
import { ROLES, type Role } from './partnerships/roles.ts';
import type { Side } from './partnerships/sides.ts';

/** What someone may do with one document, from least to most. Each right includes those before it. */
export const RIGHTS = ['none', 'read', 'comment', 'edit'] as const;
export const right = /* @__PURE__ */ z.enum(RIGHTS);
export type Right = z.infer<typeof right>;

export function atLeast(held: Right, needed: Right): boolean {
  return RIGHTS.indexOf(held) >= RIGHTS.indexOf(needed);
}

/** One line of a document's rights: what a seat, or everyone in a role, may do with it. */
export interface RightLine {
  readonly holderKind: 'seat' | 'role';
  readonly holder: string;
  readonly right: Right;
}

/** The best right among the lines that name one of the member's seats or roles; `none` if no line does. */
export function rightOf(
  member: {
    readonly seatIds: readonly string[];
    readonly roles: readonly Role[];
  },
  lines: readonly RightLine[],
): Right {
  const mine = lines.filter((line) =>
    line.holderKind === 'seat'
      ? member.seatIds.includes(line.holder)
      : (member.roles as readonly string[]).includes(line.holder),
  );
  return mine.reduce<Right>((best, line) => (atLeast(line.right, best) ? line.right : best), 'none');
}

/**
 * How widely a record may be known, whatever the rights on it say: `open` may be made public, `members` is for
 * the partnership, `restricted` for those who are named on it, and for `procurement` it is also noted who saw what.
 */
export const SENSITIVITIES = ['open', 'members', 'restricted', 'procurement'] as const;

/** The two ways the sources describe of sharing the pen (see `RIGHTS_PRESETS`). */
export const PRESETS = ['equals', 'steering'] as const;
export const preset = /* @__PURE__ */ z.enum(PRESETS);
export type Preset = z.infer<typeof preset>;

const STEERING_SIDES: readonly Side[] = ['commissioner', 'people_who_use_services'];

/** What a seat may do in a new document: as equals every seat writes; with a reference group, providers comment. */
export function presetSeatRight(chosen: Preset, side: Side): Right {
  switch (chosen) {
    case 'equals':
      return 'edit';
    case 'steering':
      return STEERING_SIDES.includes(side) ? 'edit' : 'comment';
  }
}

/** What a role may do in a new document, whichever preset: those who serve the meeting write, those who watch over it read. */
export function presetRoleRight(role: Role): Right {
  switch (role) {
    case 'facilitator':
    case 'recorder':
      return 'edit';
    case 'elected_member':
      return 'comment';
    case 'safeguarding_lead':
    case 'records_officer':
    case 'observer':
      return 'read';
    // These come with a seat, or (the administrator) must not read content by default.
    case 'leader':
    case 'ratifier':
    case 'administrator':
      return 'none';
  }
}

/** Every line of a document's rights under a preset: the partnership's seats in their order, then the roles. */
export function presetLines(
  chosen: Preset,
  seats: readonly { readonly id: string; readonly side: Side }[],
): RightLine[] {
  return [
    ...seats.map(({ id, side }) => seatLine(id, presetSeatRight(chosen, side))),
    ...ROLES.map((role) => roleLine(role, presetRoleRight(role))),
  ];
}

/** A line for every seat and every role, in their order: as they stand in `lines`, and `none` for those that do not. */
export function everyLine(
  lines: readonly RightLine[],
  seats: readonly { readonly id: string }[],
): RightLine[] {
  const standing = (blank: RightLine) =>
    lines.find((line) => line.holderKind === blank.holderKind && line.holder === blank.holder) ?? blank;
  return [...seats.map(({ id }) => seatLine(id, 'none')), ...ROLES.map((role) => roleLine(role, 'none'))].map(
    standing,
  );
}

function seatLine(holder: string, held: Right): RightLine {
  return { holderKind: 'seat', holder, right: held };
}

function roleLine(holder: Role, held: Right): RightLine {
  return { holderKind: 'role', holder, right: held };
}

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

/** What someone holds in a partnership: all that a right can come from. */
export interface Holding {
  readonly seatIds: readonly string[];
  readonly roles: readonly Role[];
}

/** A document's rights with what limits them. They belong together, so that no right is read without its limit. */
export interface DocumentRights {
  readonly sensitivity: Sensitivity;
  readonly lines: readonly RightLine[];
}

/** The best right among the lines that name one of the holder's seats or roles; `none` if no line counts. */
export function rightOf(holder: Holding, { sensitivity, lines }: DocumentRights): Right {
  return linesNaming(holder, lines)
    .filter((line) => counts(line, sensitivity))
    .reduce<Right>((best, line) => (atLeast(line.right, best) ? line.right : best), 'none');
}

/** The lines that name one of the holder's seats or roles, whatever they give. */
export function linesNaming({ seatIds, roles }: Holding, lines: readonly RightLine[]): RightLine[] {
  return lines.filter(({ holderKind, holder }) =>
    holderKind === 'seat' ? seatIds.includes(holder) : (roles as readonly string[]).includes(holder),
  );
}

/**
 * Whether a line gives anything at this sensitivity. Someone who only looks after accounts has no business in a
 * restricted document, even if a line names them; with a seat they read it as that seat.
 */
export function counts({ holderKind, holder }: RightLine, sensitivity: Sensitivity): boolean {
  return !(isRestricted(sensitivity) && holderKind === 'role' && holder === 'administrator');
}

/**
 * How widely a document may be known, whatever the rights on it say, from widest to narrowest: `open` may be made
 * public, `members` is for the partnership, `restricted` for those who are named on it, and for `procurement` it
 * is also noted who saw it. (Procurement Act 2023, sections 81 to 83: nobody may gain an unfair advantage by what
 * they were shown, so it must be possible to say what each was shown.)
 */
export const SENSITIVITIES = ['open', 'members', 'restricted', 'procurement'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export function isRestricted(sensitivity: Sensitivity): boolean {
  return sensitivity === 'restricted' || sensitivity === 'procurement';
}

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

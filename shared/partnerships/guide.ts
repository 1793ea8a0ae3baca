import { z } from 'zod';
import { PRESETS } from '../access.ts';
import { foundingSteps, type NewPartnership } from './changes.ts';
import { HOLDING_KINDS } from './holdings.ts';
import { ROLES } from './roles.ts';
import { SIDES } from './sides.ts';

/** The guide's questions, in their order. The last shows everything before it is sent. */
export const GUIDE_STEPS = [
  'name',
  'place',
  'purpose',
  'whyTogether',
  'whyNow',
  'preset',
  'seats',
  'you',
  'check',
] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

const seatDraft = z.object({ key: z.string(), side: z.enum(SIDES), name: z.string() });

/** What has been answered so far, right or wrong: it is kept in the browser until the partnership is set up. */
export const guideDraft = z.object({
  name: z.string(),
  place: z.string(),
  purpose: z.string(),
  whyTogether: z.string(),
  whyNow: z.string(),
  preset: z.enum(PRESETS).nullable(),
  seats: z.array(seatDraft),
  ownName: z.string(),
  ownSeat: z.string().nullable(),
  ownKind: z.enum(HOLDING_KINDS),
  ownRoles: z.array(z.enum(ROLES)),
});
export type GuideDraft = z.infer<typeof guideDraft>;

export function emptyDraft(ownName: string): GuideDraft {
  return {
    name: '',
    place: '',
    purpose: '',
    whyTogether: '',
    whyNow: '',
    preset: null,
    seats: [],
    ownName,
    ownSeat: null,
    ownKind: 'holder',
    ownRoles: [],
  };
}

/** What is wrong with the answer to one question, by field; a seat's field is its key. */
export function wrongInStep(step: GuideStep, draft: GuideDraft): Record<string, string> {
  switch (step) {
    case 'name':
    case 'place':
    case 'purpose':
    case 'whyTogether':
    case 'whyNow':
    case 'preset':
      return firstProblem(step, foundingSteps[step].safeParse(draft[step]));
    case 'seats':
      return wrongSeats(draft);
    case 'you':
      return firstProblem('ownName', foundingSteps.ownName.safeParse(draft.ownName));
    case 'check': {
      const open = firstOpenStep(draft);
      return open === 'check' ? {} : wrongInStep(open, draft);
    }
  }
}

/** The first question that still needs an answer; `check` when none does. */
export function firstOpenStep(draft: GuideDraft): GuideStep {
  return (
    GUIDE_STEPS.find((step) => step === 'check' || Object.keys(wrongInStep(step, draft)).length > 0) ??
    'check'
  );
}

/** The draft as the server wants it. Call it when no step is open. */
export function foundingOf(draft: GuideDraft): NewPartnership {
  const { seats, ownSeat, ownKind, preset, ...rest } = draft;
  const named = seats.filter(isNamed);
  const at = named.findIndex(({ key }) => key === ownSeat);
  return {
    ...rest,
    preset: preset ?? 'equals',
    seats: named.map(({ name, side }) => ({ name, side, note: '' })),
    ownSeat: at < 0 ? null : { at, kind: ownKind },
  };
}

/** Lines that were begun and left empty count for nothing. */
export function isNamed({ name }: { readonly name: string }): boolean {
  return name.trim() !== '';
}

function wrongSeats({ seats }: GuideDraft): Record<string, string> {
  const named = seats.filter(isNamed).map(({ name, side }) => ({ name, side, note: '' }));
  const problem = firstProblem('seats', foundingSteps.seats.safeParse(named));
  const wrong: Record<string, string> = {};
  for (const { key, name, side } of seats.filter(isNamed)) {
    const alone = firstProblem(key, foundingSteps.seats.safeParse([{ name, side, note: '' }]));
    Object.assign(wrong, alone);
  }
  const [again] = seats.filter(
    (one, at) => isNamed(one) && seats.slice(0, at).some((other) => sameName(other.name, one.name)),
  );
  if (again && problem.seats) wrong[again.key] ??= problem.seats;
  return Object.keys(wrong).length > 0 ? wrong : problem;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function firstProblem(
  field: string,
  { error }: { readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined },
): Record<string, string> {
  const message = error?.issues[0]?.message;
  return message === undefined ? {} : { [field]: message };
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everyLine, RIGHTS, rightOf, SENSITIVITIES } from '../../../../shared/access.ts';
import { explainAccess } from '../../../../shared/documents/explainAccess.ts';
import { checkSensitivity, isWider } from '../../../../shared/documents/sensitivity.ts';
import { ROLES } from '../../../../shared/partnerships/roles.ts';

const SEATS = ['c', 'p', 'u'];
const blank = everyLine(
  [],
  SEATS.map((id) => ({ id })),
);
const anyRights = fc.record({
  sensitivity: fc.constantFrom(...SENSITIVITIES),
  lines: fc
    .array(fc.constantFrom(...RIGHTS), { minLength: blank.length, maxLength: blank.length })
    .map((rights) => blank.map((line, at) => ({ ...line, right: rights[at] ?? 'none' }))),
});
const anyHolder = fc.record({
  seatIds: fc.subarray(SEATS),
  roles: fc.subarray([...ROLES]),
});

it('[SENS1] someone who only looks after accounts has no right in a restricted document, whatever its lines say', () => {
  const administrator = { seatIds: [], roles: ['administrator'] as const };
  fc.assert(
    fc.property(anyRights, (rights) => {
      const held = rightOf({ ...administrator, roles: ['administrator'] }, rights);
      const line = rights.lines.find(({ holder }) => holder === 'administrator');
      const limited = rights.sensitivity === 'restricted' || rights.sensitivity === 'procurement';
      expect(held).toBe(limited ? 'none' : line?.right);
    }),
  );
});

it('[SENS1] a restricted document takes nothing from a seat or another role, not even of an administrator', () => {
  fc.assert(
    fc.property(anyRights, anyHolder, ({ lines }, holder) => {
      const others = { ...holder, roles: holder.roles.filter((role) => role !== 'administrator') };
      const open = rightOf(others, { sensitivity: 'open', lines });
      expect(rightOf(holder, { sensitivity: 'procurement', lines })).toBe(open);
    }),
  );
});

it('[SENS4] the reasons given are the lines that make the right what it is', () => {
  fc.assert(
    fc.property(anyRights, anyHolder, (rights, holder) => {
      const { right, because } = explainAccess(holder, rights);
      expect(right).toBe(rightOf(holder, rights));
      if (right === 'none') {
        expect(because).toHaveLength(holder.seatIds.length + holder.roles.length);
        for (const { line, effect } of because)
          expect(effect === 'gives_nothing').toBe(line.right === 'none');
      } else {
        expect(because.length).toBeGreaterThan(0);
        for (const { line, effect } of because) expect([line.right, effect]).toEqual([right, 'gives']);
        // Without the lines that are named, the right would be another.
        const without = rights.lines.filter((line) => !because.some((given) => given.line === line));
        expect(rightOf(holder, { ...rights, lines: without })).not.toBe(right);
      }
    }),
    { numRuns: 1000 },
  );
});

it('[SENS3] letting more people know takes a reason; letting fewer know does not', () => {
  for (const [at, from] of SENSITIVITIES.entries())
    for (const [next, to] of SENSITIVITIES.entries()) {
      expect(isWider(from, to)).toBe(next < at);
      expect(checkSensitivity(from, to, 'The award is made')).toBeUndefined();
      expect(checkSensitivity(from, to, '')?.fields).toEqual(
        next < at ? { reason: expect.any(String) } : undefined,
      );
    }
});

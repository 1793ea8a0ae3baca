import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Lock = {
  packages: Record<string, { dependencies?: Names; devDependencies?: Names; optionalDependencies?: Names }>;
};
type Names = Record<string, string>;

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

/** Packages that something in the lock file needs and that the lock file does not hold, as `npm ci` looks them up. */
function missingFrom({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([at, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !homes(at, name).some((home) => home in packages))
      .map((name) => `${name}, for ${at}`),
  );
}

function homes(at: string, name: string): string[] {
  const nested = at === '' ? '' : `${at}/`;
  const here = `${nested}node_modules/${name}`;
  return at === ''
    ? [here]
    : [here, ...homes(at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))), name)];
}

it('[HOUSE3] the lock file holds every package for every machine, the ones for other systems included', () => {
  const lock = read('package-lock.json') as Lock;
  expect(missingFrom(lock)).toEqual([]);
  const { [Object.keys(lock.packages).find((at) => at.includes('darwin')) ?? '']: _, ...without } =
    lock.packages;
  expect(missingFrom({ packages: without })).toHaveLength(1);
});

it('[HOUSE3] the lock file and package.json name the same packages', () => {
  const { dependencies, devDependencies } = read('package.json');
  expect((read('package-lock.json') as Lock).packages['']).toMatchObject({ dependencies, devDependencies });
});

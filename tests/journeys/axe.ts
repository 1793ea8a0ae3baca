import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * What axe finds wrong on a page as it stands, or in the part of it that is named, each with the element that it means.
 * Every rule is looked at; only what is right is not written down, which takes as long as the rest. axe works within the
 * page and is brought there once: to bring it anew, and to ask it from outside as pages with frames of others would need,
 * takes longer than its work. Ours have no frames.
 */
export async function faults(page: Page, within?: string): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('there are frames that axe would not see');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (selector) => {
    // What fades in is not there yet for axe, and what it will cover still is.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const { axe } = window as unknown as {
      axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
    };
    // A dialog takes the page under it away from whoever listens, and with it its heading and its main part. axe guesses
    // whether one is open, and guesses wrong now and then.
    const covered = document.querySelector('main')?.closest('[aria-hidden="true"], [inert]') != null;
    const rules: RunOptions['rules'] = covered
      ? { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } }
      : {};
    return (await axe.run(selector ?? document, { resultTypes: ['violations'], rules })).violations;
  }, within);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`),
  );
}

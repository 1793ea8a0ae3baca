import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong on a page as it stands, or in the part of it that is named, each with the element that it means.
 * Every rule is looked at; only what is right is not written down, which takes as long as the rest. For the same reason
 * axe works within the page, and not from outside it, as pages with frames of others would need. Ours have none.
 */
export async function faults(page: Page, within?: string): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('there are frames that axe would not see');
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`),
  );
}

import type { Page } from 'playwright-core';

export const choose = (page: Page, answer: string) =>
  page.getByRole('radio', { name: answer, exact: true }).check();
/** Chooses an answer; whoever has answered before is first asked whether they still say so. */
export async function answer(page: Page, what: string) {
  const other = page.getByRole('button', { name: 'Change our answer' });
  await page.getByRole('radio', { name: what, exact: true }).or(other).first().waitFor();
  if (await other.isVisible()) await other.click();
  await choose(page, what);
}
export const record = (page: Page) =>
  page.getByRole('button', { name: /^Record (our|the changed) answer/ }).click();
/** Begins something that one can do here: it stands where it belongs, or under the heading that opens. */
export async function act(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true }).first();
  const heading = page.getByRole('heading', { name: 'What you can do here' });
  await button.or(heading).first().waitFor();
  if (!(await button.isVisible())) await heading.click();
  await button.click();
}

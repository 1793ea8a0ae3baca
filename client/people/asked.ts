const KEY = 'trialogue-asked';
const USEFUL_MS = 10 * 60_000;

/**
 * The address that this tab had a mail sent to, while the code in it works. Phones drop a page when one goes to
 * read the mail: coming back, it should still ask for the code.
 */
export function askedFor(): string | undefined {
  const [at = '0', email] = (sessionStorage.getItem(KEY) ?? '').split(' ');
  return email && Date.now() - Number(at) < USEFUL_MS ? email : undefined;
}

export function rememberAsked(email: string | undefined): void {
  if (email === undefined) sessionStorage.removeItem(KEY);
  else if (askedFor() !== email) sessionStorage.setItem(KEY, `${Date.now()} ${email}`);
}

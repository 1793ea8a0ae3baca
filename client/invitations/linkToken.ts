const KEY = 'trialogue-invitation';
const USEFUL_MS = 60 * 60_000;

/**
 * The secret of the invitation that is open. It comes after the # of the mailed link, where no server and no log
 * sees it, is taken off the address at once so that it stays in no history, and is kept in this browser for an
 * hour: reading the code in the mail may close this page, and its link opens another tab.
 */
export function takeLinkToken(): string {
  const token = /^#([\w-]{20,})$/.exec(location.hash)?.[1];
  if (token === undefined) return keptToken();
  history.replaceState(history.state, '', location.pathname);
  localStorage.setItem(KEY, `${Date.now()} ${token}`);
  return token;
}

function keptToken(): string {
  const [at = '0', token = ''] = (localStorage.getItem(KEY) ?? '').split(' ');
  if (Date.now() - Number(at) < USEFUL_MS) return token;
  forgetLinkToken();
  return '';
}

export function forgetLinkToken(): void {
  localStorage.removeItem(KEY);
}

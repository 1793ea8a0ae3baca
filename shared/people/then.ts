/** Pages of our own that someone may have been on the way to when they were asked to sign in; nothing else is ever followed. */
const OWN_PAGE = /^\/(?:partnerships|documents|invitation|me|administration|new-partnership)(?:\/[\w-]+)*$/;
const LONGEST = 200;

/** Whether signing in may lead to this address. */
export function isOwnPage(then: string): boolean {
  return then.length <= LONGEST && OWN_PAGE.test(then);
}

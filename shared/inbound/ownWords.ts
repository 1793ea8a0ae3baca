import { notificationsWords } from '../messages/en/notifications.ts';

/** More than anyone writes; what is longer is not looked through. */
const LONGEST = 100_000;

/** Everything from one of these on is not what the sender wrote now. */
const BEGINS_QUOTE: readonly RegExp[] = [
  // Above the mail that is answered: our own line, however a mail program has dressed it.
  new RegExp(`^.{0,40}${notificationsWords.replyLine}.{0,40}$`, 'im'),
  /^-{2,} ?(?:Original Message|Forwarded message|Original Appointment) ?-{2,}$/im,
  /^_{20,}$/m,
  // "On Monday … wrote:", on one line or broken into two or three.
  /^>? ?On [^\n]{4,200}(?:\n[^\n]{1,200}){0,2}wrote:$/im,
  /^(?:From|Sent|Date|To): [^\n]{1,300}\n(?:(?:From|Sent|Date|To|Cc|Subject|Reply-To): [^\n]{0,300}\n?){2}/im,
  // A signature, as mail programs mark it.
  /^-- ?$/m,
];

/** What phones and programs add at the end by themselves. */
const ADDED =
  /^(?:Sent from my [^\n]{1,60}|Sent from (?:Outlook|Mail|Yahoo Mail|Samsung|AOL)[^\n]{0,80}|Get Outlook for [^\n]{1,60})$/gim;

/** What someone wrote themselves in an answer to a mail: without what they answered, and without their signature. */
export function ownWords(text: string): string {
  let words = text
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '');
  for (const begins of BEGINS_QUOTE) {
    const at = words.search(begins);
    if (at >= 0) words = words.slice(0, at);
  }
  return words
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .replace(ADDED, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

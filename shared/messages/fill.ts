/** Puts values into the gaps of a message, `{{who}}`, as i18next does in the client. Throws if one is missing. */
export function fill(message: string, gaps: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => {
    const value = gaps[gap];
    if (value === undefined) throw new Error(`nothing to put in the gap ${gap}`);
    return String(value);
  });
}

import { Window } from 'happy-dom';

const window = new Window();
const parser = new window.DOMParser();

/** What a page is made of besides its words: every element with its attributes, in order, and where each leads. */
export function structureOf(html: string): string[] {
  const document = parser.parseFromString(html, 'text/html');
  return [...document.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      LEADS.has(name) ? `${name}=${whereTo(value)}` : name,
    );
    return [element.localName, ...attributes].join(' ');
  });
}

const LEADS = new Set([
  ...['href', 'src', 'action', 'formaction', 'srcdoc'],
  ...['content', 'http-equiv', 'style', 'rel'],
]);

/** Addresses differ in their ids alone. */
function whereTo(value: string | null): string {
  return (value ?? '').replace(/[A-Za-z0-9_-]{16,}|\d+/g, '*');
}

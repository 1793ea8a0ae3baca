const PATHS = {
  bold: 'M7 4.5h5.2a3.6 3.6 0 0 1 0 7.2H7zm0 7.2h6a3.9 3.9 0 0 1 0 7.8H7z',
  italic: 'M10 4.5h7M7 19.5h7M14 4.5l-4 15',
  underline: 'M7 4v7a5 5 0 0 0 10 0V4M6 20.5h12',
  strike:
    'M4 12h16M16.5 7.5C15.8 5.6 14 4.5 12 4.5c-2.4 0-4.4 1.3-4.4 3.6M7.4 16c.6 2.2 2.4 3.5 4.8 3.5 2.6 0 4.5-1.4 4.5-3.7',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  bullet: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  number: 'M10 6h10M10 12h10M10 18h10M4 4.5h1.2V8M4 8h2.4M4 11.5h2.2L4 14.5h2.4M4 17h2.2v3H4',
  check: 'M11 7h9M11 17h9M3.5 6.5l2 2 3.5-4M3.5 16.5l2 2 3.5-4',
  quote:
    'M10 7.5c-3 .7-4.5 2.6-4.5 5.5v4H10v-5H7.6c.2-1.5 1-2.4 2.4-3M18.5 7.5c-3 .7-4.5 2.6-4.5 5.5v4h4.5v-5h-2.4c.2-1.5 1-2.4 2.4-3',
  indent: 'M4 5h16M11 12h9M4 19h16M4 9l3 3-3 3',
  outdent: 'M4 5h16M11 12h9M4 19h16M7 9l-3 3 3 3',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M12 10v9',
  rule: 'M4 12h16M7 6h.01M12 6h.01M17 6h.01M7 18h.01M12 18h.01M17 18h.01',
  undo: 'M9 7L4.5 11.5 9 16M4.5 11.5H15a4.5 4.5 0 0 1 0 9h-3',
  redo: 'M15 7l4.5 4.5L15 16M19.5 11.5H9a4.5 4.5 0 0 0 0 9h3',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9.6 9.5a2.5 2.5 0 1 1 3.4 2.6c-.7.3-1 .8-1 1.6M12 16.8h.01',
  decide: 'M4 5h10M4 10h7M4 15h5M11.5 16.5l3 3L21 12',
  comment: 'M4.5 5.5h15v10h-8l-4 4v-4h-3zM8.5 9h7M8.5 12h4',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  down: 'M6 9.5l6 6 6-6',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the words beside it. Never the only name of anything. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="editor-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

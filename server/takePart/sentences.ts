/** One sentence of a paragraph: its words, and where they stand in it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const SEGMENTS = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The sentences of a paragraph, without the blanks around them. */
export function sentencesIn(text: string): Sentence[] {
  return [...SEGMENTS.segment(text)].flatMap(({ segment, index }) => {
    const said = segment.trim();
    if (said === '') return [];
    const from = index + segment.indexOf(said);
    return [{ from, to: from + said.length, text: said }];
  });
}

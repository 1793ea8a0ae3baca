import type { Side } from '../../shared/partnerships/sides.ts';
import type { Candidate } from './forWhom.ts';
import type { Pack } from './pack.ts';

/** Everything that a sheet shows. `body` is HTML from `documentHtml`. */
export interface PaperSheet {
  readonly pack: Pack;
  readonly body: string;
  readonly size: 'usual' | 'large';
  readonly form: 'one-page' | 'full';
  readonly madeAt: number;
  /** By which clock times are said. */
  readonly timeZone: string;
  readonly reference: string;
  readonly styleSheet: string;
  /** Where the links of the packs are listed, to take them back. */
  readonly links: string;
  /** Whom packs can be made for from here; null: these are the packs that were made. */
  readonly choose: Choosing | null;
  /** The same sheet for each of those whom it is for. */
  readonly copies: readonly Copy[];
}

export interface Copy {
  /** Whom it is made for; null: for anyone. */
  readonly for: { readonly name: string | null; readonly seat: { name: string; side: Side } | null } | null;
  /** Where to answer online: a page, or the personal way in of the one it is made for. */
  readonly online: {
    readonly address: string;
    readonly qr: string;
    readonly code: { readonly at: string; readonly code: string } | null;
  };
}

/** Whom packs can be made for from a page. */
export interface Choosing {
  readonly people: readonly Candidate[];
  /** Sent again under this name, nothing is made again. */
  readonly request: string;
}

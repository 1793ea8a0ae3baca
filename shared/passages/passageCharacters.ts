import { type Container, isBefore, type Layout, type Spot, type Standing } from '../documents/layout.ts';
import { liveCopies } from '../documents/moves/followMoves.ts';
import type { Moves } from '../documents/moves/moves.ts';
import { itemAt } from '../documents/moves/spans.ts';
import type { Characters } from './passage.ts';

/** The characters of a passage that still live. */
export interface Survivors {
  readonly container: Container;
  readonly first: Spot;
  /** Behind the last. */
  readonly last: Spot;
  readonly hasFirst: boolean;
  readonly hasLast: boolean;
}

/** Finds characters where they are now, in the one container that the passage is looked for in. */
export class CharactersNow {
  constructor(
    private readonly layout: Layout,
    private readonly moves: Moves,
    private readonly inCell: boolean,
  ) {}

  survivors(spans: readonly number[]): Survivors | 'none_left' | 'apart' {
    let container: Container | undefined;
    let [first, last]: (Spot | undefined)[] = [];
    let [hasFirst, hasLast] = [false, false];
    for (let at = 0; at < spans.length; at += 3) {
      const [client = 0, clock = 0, length = 0] = spans.slice(at, at + 3);
      for (const { standing, from, len } of this.standings(client, clock, length)) {
        if (container && standing.container !== container) return 'apart';
        container = standing.container;
        const end = this.behind(standing, len);
        if (!first || isBefore(standing.spot, first)) first = standing.spot;
        if (!last || isBefore(last, end)) last = end;
        hasFirst ||= at === 0 && from === 0;
        hasLast ||= at === spans.length - 3 && from + len === length;
      }
    }
    return container && first && last ? { container, first, last, hasFirst, hasLast } : 'none_left';
  }

  /** What stands between the neighbours of words that are gone. */
  between({ before, after, startsBlock, endsBlock }: Characters): Survivors | 'none_left' {
    const [one] = before ? this.standings(...before, 1) : [];
    const [other] = after ? this.standings(...after, 1) : [];
    const container = (one ?? other)?.standing.container ?? (this.inCell ? undefined : this.layout.root);
    if (!container || (before && !one) || (after && !other)) return 'none_left';
    if (one && other && one.standing.container !== other.standing.container) return 'none_left';
    const end = container.children.length - 1;
    let first = one ? this.behind(one.standing, 1) : { block: 0, offset: 0 };
    let last = other ? other.standing.spot : { block: end, offset: this.layout.lengthOf(container, end) };
    if (one && startsBlock && first.block < last.block) first = { block: first.block + 1, offset: 0 };
    if (other && endsBlock && first.block < last.block)
      last = { block: last.block - 1, offset: this.layout.lengthOf(container, last.block - 1) };
    return isBefore(first, last) ? { container, first, last, hasFirst: true, hasLast: true } : 'none_left';
  }

  /** Where a neighbour stands, if it lives and is in this container: `behind` 1 for the place behind it. */
  neighbour(character: Characters['before'], container: Container, behind: 0 | 1): Spot | undefined {
    const [found] = character ? this.standings(...character, 1) : [];
    if (found?.standing.container !== container) return undefined;
    return behind === 1 ? this.behind(found.standing, 1) : found.standing.spot;
  }

  private behind({ container, spot }: Standing, len: number): Spot {
    return {
      block: spot.block,
      offset: Math.min(spot.offset + len, this.layout.lengthOf(container, spot.block)),
    };
  }

  /** Where some neighbouring characters stand now, piece by piece; those that are gone are left out. */
  private standings(client: number, clock: number, length: number): Stood[] {
    const found: Stood[] = [];
    for (let done = 0; done < length; ) {
      const item = itemAt(this.layout.doc, client, clock + done);
      const inside = item ? clock + done - item.id.clock : 0;
      const len = item ? Math.min(item.length - inside, length - done) : 1;
      const standing = item && !item.deleted ? this.standingOf(item, inside) : undefined;
      if (standing) found.push({ standing, from: done, len });
      else if (this.moves.of({ client, clock: clock + done, len }).length > 0)
        for (let i = done; i < done + len; i++) {
          const [copy] = liveCopies(this.layout.doc, this.moves, client, clock + i);
          const stands = copy && itemAt(this.layout.doc, copy.client, copy.clock);
          const there = stands && this.standingOf(stands, copy.clock - stands.id.clock);
          if (there) found.push({ standing: there, from: i, len: 1 });
        }
      done += len;
    }
    return found;
  }

  private standingOf(item: Parameters<Layout['standingOf']>[0], inside: number): Standing | undefined {
    const standing = this.layout.standingOf(item, inside);
    return standing && !this.inCell ? this.layout.inRoot(standing) : standing;
  }
}

interface Stood {
  readonly standing: Standing;
  /** How far into the characters that were asked for. */
  readonly from: number;
  readonly len: number;
}

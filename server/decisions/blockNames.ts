import type { Decision } from '../../shared/decisions/decision.ts';

/**
 * What acts call a block: by its seat for those who may know it, otherwise by its place in the order in which blocks
 * came, so that someone may test a block without being told whose it is. Places are given to blocks of rounds that are
 * over only: in a hidden round one's own block must not say how many came before it.
 */
export function blockName({ blocks }: Decision, seat: string, maySeeSeat: boolean): string {
  return maySeeSeat ? seat : nameAt(blocks.findLastIndex((block) => block.seat === seat));
}

export function nameAt(index: number): string {
  return `block-${index + 1}`;
}

const NAME = /^block-(\d{1,5})$/;

/** The seat whose block is called so; what is no such name is taken as the id of a seat. */
export function blockSeat({ blocks }: Decision, name: string): string {
  const place = NAME.exec(name)?.[1];
  return place === undefined ? name : (blocks[Number(place) - 1]?.seat ?? name);
}

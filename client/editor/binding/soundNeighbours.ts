import { Item } from 'yjs';

/**
 * Runs `work`, in which undo may bring items back, and sees that each is put between neighbours that stand
 * in that order.
 *
 * When words come back in a block that came back too, Yjs finds each neighbour on its own, and may name one
 * that is not to the right of the other, or the same one twice. Such an item then stands in different places
 * in different people's copies. There is no port for this in the undo manager, so for the time of `work` an
 * item with such neighbours goes right behind its left one, as anything that is typed does.
 */
export function withSoundNeighbours(work: () => void): void {
  const { integrate } = Item.prototype;
  Item.prototype.integrate = function (this: Item, ...given) {
    if (this.left && this.right && !standsAfter(this.left, this.right)) {
      this.right = this.left.right;
      this.rightOrigin = this.right?.id ?? null;
    }
    integrate.apply(this, given);
  };
  try {
    work();
  } finally {
    Item.prototype.integrate = integrate;
  }
}

function standsAfter(left: Item, right: Item): boolean {
  for (let item = left.right; item !== null; item = item.right) if (item === right) return true;
  return false;
}

import { Item } from 'yjs';

/**
 * Runs `work`, in which undo may bring items back, and sees that each is put between two that stand beside
 * each other.
 *
 * When words come back in a block that came back too, Yjs finds each neighbour on its own, and may name two
 * that others have written between since, two in the wrong order, or one twice. Such an item can stand in
 * different places in different people's copies. There is no port for this in the undo manager, so for the
 * time of `work` an item goes right before its right neighbour, which Yjs finds exactly; and if that isn't to
 * the right of the left one, right behind the left one, as anything that is typed does.
 */
export function withSoundNeighbours(work: () => void): void {
  const { integrate } = Item.prototype;
  Item.prototype.integrate = function (this: Item, ...given) {
    if (this.right && this.left !== this.right.left) standBetweenTwo(this, this.right);
    integrate.apply(this, given);
  };
  try {
    work();
  } finally {
    Item.prototype.integrate = integrate;
  }
}

function standBetweenTwo(item: Item, right: Item): void {
  const { left } = item;
  if (left && !standsAfter(left, right)) {
    item.right = left.right;
    item.rightOrigin = left.right?.id ?? null;
  } else {
    item.left = right.left;
    item.origin = right.left?.lastId ?? null;
  }
}

function standsAfter(left: Item, right: Item): boolean {
  for (let item = left.right; item !== null; item = item.right) if (item === right) return true;
  return false;
}

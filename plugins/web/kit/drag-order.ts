/** A box on the page, in CSS pixels. */
export interface DragBox {
  readonly top: number;
  readonly height: number;
}

/**
 * Where a dragged thing that is not yet in the list would be put: before or after the row it is over, by the side of the
 * row's middle on which its own middle lies.
 */
export function insertionIndex(overIndex: number, over: DragBox, dragged: DragBox): number {
  const middle = dragged.top + dragged.height / 2;
  return middle > over.top + over.height / 2 ? overIndex + 1 : overIndex;
}

const margin = 8;

/**
 * Puts a box with `position: fixed` below the element it belongs to, or above where there is more room, always inside the
 * window. `align` says which edges meet. Shown in the top layer where the browser has popovers.
 */
export function showBoxAt(box: HTMLElement, anchor: DOMRect, align: 'start' | 'end'): void {
  if (typeof box.showPopover === 'function') {
    box.setAttribute('popover', 'manual');
    box.showPopover();
  }
  const { offsetWidth: width, offsetHeight: height } = box;
  const wanted = align === 'end' ? anchor.right - width : anchor.left;
  const left = Math.min(Math.max(margin, wanted), Math.max(margin, window.innerWidth - width - margin));
  const below = anchor.bottom + 4;
  const above = anchor.top - height - 4;
  const top = below + height > window.innerHeight - margin && above >= margin ? above : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** Has what a press on a button needs loaded while the pointer or the focus is on its way to it. */
export function whenReached(button: HTMLElement, load: () => void): void {
  for (const reach of ['pointerenter', 'focus']) button.addEventListener(reach, load, { once: true });
}

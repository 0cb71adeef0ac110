import type { Rectangle } from 'electron';

/** Where the window was when it was last closed; nothing where that is not known. */
export type WindowPlace = Partial<Rectangle> & { readonly isMaximized?: boolean };

/** How much of the window's upper edge must be on a screen so that a hand can get hold of it, device-independent px. */
const GRIP = { width: 120, height: 40 };

/** The place in a stored value, and nothing else of it: the file is anybody's to edit. */
export function readPlace(stored: unknown): WindowPlace {
  const { x, y, width, height, isMaximized } = (stored ?? {}) as Record<string, unknown>;
  const sides = { x, y, width, height };
  if (!Object.values(sides).every((value) => Number.isSafeInteger(value))) return {};
  if ((width as number) < 1 || (height as number) < 1) return {};
  return { ...(sides as Rectangle), isMaximized: isMaximized === true };
}

/**
 * The bounds to open the window with on the screens there are now: as they were where they can still be reached, no
 * larger than their screen; only their size where that screen is gone.
 * @param workAreas of all screens, without task bars and docks
 */
export function boundsWithin(place: WindowPlace, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const { x, y, width, height } = place;
  if (x === undefined || y === undefined || width === undefined || height === undefined) return {};
  const area = workAreas.find(
    (one) =>
      Math.min(x + width, one.x + one.width) - Math.max(x, one.x) >= GRIP.width &&
      y >= one.y &&
      y <= one.y + one.height - GRIP.height,
  );
  const [largest] = workAreas;
  const size = (within: Rectangle | undefined): Pick<Rectangle, 'width' | 'height'> => ({
    width: Math.min(width, within?.width ?? width),
    height: Math.min(height, within?.height ?? height),
  });
  return area === undefined ? size(largest) : { x, y, ...size(area) };
}

/** A place in the icon, 0 to 1 from its upper left corner. */
type Point = readonly [x: number, y: number];

/** Where the strokes of the check mark meet. */
const check: readonly Point[] = [
  [0.27, 0.52],
  [0.43, 0.68],
  [0.74, 0.34],
];
const STROKE = 0.065;
const dot = { at: [0.8, 0.2] as Point, radius: 0.2 };

type Colour = readonly [red: number, green: number, blue: number];
const card: Colour = [0x0b, 0x5c, 0x6b];
const white: Colour = [0xff, 0xff, 0xff];
const attention: Colour = [0xe3, 0x8a, 0x1a];
const black: Colour = [0, 0, 0];

/** Each pixel is looked at in so many places a side, so that edges are smooth. */
const SAMPLES = 4;

/**
 * The tray icon as `size` × `size` pixels of premultiplied BGRA: a card with a check mark, and a dot where something
 * needs a person. As a `template` (macOS) it is black with the mark cut out, for the system to colour.
 */
export function trayIconPixels(
  size: number,
  options: { readonly withDot: boolean; readonly template: boolean },
): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const place: Point = [
          (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size,
          (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size,
        ];
        const colour = colourAt(place, options);
        if (colour === null) continue;
        const [red, green, blue] = colour;
        [blue, green, red, 255].forEach((part, index) => (sum[index] = (sum[index] ?? 0) + part));
      }
      sum.forEach((part, index) => (pixels[(y * size + x) * 4 + index] = Math.round(part / (SAMPLES * SAMPLES))));
    }
  }
  return pixels;
}

function colourAt(place: Point, { withDot, template }: { withDot: boolean; template: boolean }): Colour | null {
  if (withDot) {
    const distance = Math.hypot(place[0] - dot.at[0], place[1] - dot.at[1]);
    if (distance <= dot.radius) return template ? black : attention;
    // A gap sets the dot off, on any background.
    if (distance <= dot.radius + 0.06) return null;
  }
  if (!isInCard(place)) return null;
  if (isOnCheck(place)) return template ? null : white;
  return template ? black : card;
}

/** A square with round corners. */
function isInCard([x, y]: Point): boolean {
  const [margin, corner] = [0.06, 0.2];
  const outside = (value: number): number => Math.max(0, Math.abs(value - 0.5) - (0.5 - margin - corner));
  return Math.hypot(outside(x), outside(y)) <= corner;
}

function isOnCheck(place: Point): boolean {
  return check.slice(1).some((end, index) => {
    const start = check[index];
    return start !== undefined && distanceTo(start, end, place) <= STROKE;
  });
}

/** From `place` to the nearest point of the line from `start` to `end`. */
function distanceTo([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

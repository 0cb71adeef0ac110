import { expect, test } from 'vitest';
import { boundsWithin, readPlace } from '../../electron/desktop/window-place.ts';

const desk = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 1280, height: 1000 };
const place = { x: 2000, y: 100, width: 1180, height: 780 };

test('the window opens where it was closed', () => {
  expect(boundsWithin(place, [desk, beside])).toEqual(place);
  expect(boundsWithin({}, [desk])).toEqual({});
});

test('of a place on a screen that is gone only the size is kept, as far as there is room', () => {
  expect(boundsWithin(place, [desk])).toEqual({ width: 1180, height: 780 });
  expect(boundsWithin({ ...place, width: 4000 }, [desk])).toEqual({ width: 1920, height: 780 });
});

test('the window is never out of reach: beside, below or above the screen, or with no more than an edge on it', () => {
  for (const moved of [{ x: -1100 }, { x: 1850 }, { y: 1030 }, { y: -60 }]) {
    expect(boundsWithin({ ...place, x: 10, ...moved }, [desk])).not.toHaveProperty('x');
  }
  expect(boundsWithin({ ...place, x: -1000 }, [desk])).toMatchObject({ x: -1000, y: 100 });
});

test('a window larger than its screen is made to fit it', () => {
  expect(boundsWithin({ ...place, height: 1400 }, [desk, beside])).toEqual({ ...place, height: 1000 });
});

test('what is stored is read as a place or not at all', () => {
  expect(readPlace({ ...place, isMaximized: true, more: 1 })).toEqual({ ...place, isMaximized: true });
  expect(readPlace({ ...place, isMaximized: 'yes' })).toEqual({ ...place, isMaximized: false });
  for (const stored of [
    null,
    undefined,
    7,
    { ...place, x: 'left' },
    { ...place, width: Infinity },
    { ...place, height: 0 },
    { x: 1 },
  ]) {
    expect(readPlace(stored)).toEqual({});
  }
});

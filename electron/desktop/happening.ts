/** Something that happens once: `happened` resolves when somebody has said so. */
export type Happening = { readonly happened: Promise<void>; readonly tell: () => void };

/** A happening that is still to come. */
export function createHappening(): Happening {
  let tell = (): void => undefined;
  const happened = new Promise<void>((resolve) => (tell = resolve));
  return { happened, tell: () => tell() };
}

/** What waits at the start for vault and authorities. */
type Deps = {
  readonly isPossible: () => boolean;
  /** Takes up the sign-ins that waited for the browser. */
  readonly resume: () => Promise<void>;
  /** Lets in the callbacks that came meanwhile, which those sign-ins may wait for. */
  readonly deliver: () => void;
  /** Renews what is due. */
  readonly tick: () => Promise<void>;
  /** Makes up for files that were not kept fresh: as slow as the drive they lie on. */
  readonly freshen: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
};

/**
 * Takes up what waited, once vault and authorities are there; to be called whenever one of them comes. Resolves when
 * sign-ins and callbacks are taken up. Renewals and files are not waited for, and neither waits for the other: a drive
 * that does not answer must not let the tokens of every account lapse. Never throws.
 */
export async function takeUp({ isPossible, resume, deliver, tick, freshen, onFault }: Deps): Promise<void> {
  if (!isPossible()) return;
  await resume().catch(onFault);
  deliver();
  void tick();
  void freshen().catch(onFault);
}

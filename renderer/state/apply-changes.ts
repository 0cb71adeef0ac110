import type { Change, Snapshot } from '../../electron/contract/snapshot.ts';

/** The parts of the snapshot that hold things by their ids, by the kind of change. */
const entities = {
  certificates: 'certificates',
  applications: 'applications',
  accounts: 'accounts',
  attempts: 'attempts',
  'device-questions': 'deviceQuestions',
} as const;

type EntityChange = Extract<Change, { kind: keyof typeof entities }>;
type OtherChange = Exclude<Change, EntityChange>;

/**
 * The snapshot with the changes in it. What did not change keeps its identity, so that only what shows it draws again; a
 * thousand changes of one kind copy what holds them once. `everything` is not handled here: whoever holds the snapshot
 * asks for a new one. A stray callback changes nothing.
 */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const byKind = new Map<EntityChange['kind'], EntityChange[]>();
  const others: OtherChange[] = [];
  for (const change of changes) {
    if (!isEntityChange(change)) others.push(change);
    else add(byKind, change);
  }
  const rest = others.reduce(applyChange, snapshot);
  return [...byKind].reduce<Snapshot>((current, [kind, ofKind]) => {
    const name = entities[kind];
    return { ...current, [name]: putAll(current[name], ofKind) };
  }, rest);
}

function add(byKind: Map<EntityChange['kind'], EntityChange[]>, change: EntityChange): void {
  const known = byKind.get(change.kind);
  if (known === undefined) byKind.set(change.kind, [change]);
  else known.push(change);
}

function isEntityChange(change: Change): change is EntityChange {
  return Object.hasOwn(entities, change.kind);
}

function applyChange(snapshot: Snapshot, change: OtherChange): Snapshot {
  switch (change.kind) {
    case 'hand-over':
      return { ...snapshot, handOver: change.value };
    case 'backup':
      return { ...snapshot, backup: change.value };
    case 'settings':
      return { ...snapshot, settings: change.value };
    case 'renewalRun':
      return { ...snapshot, renewalRun: change.value };
    case 'away':
      return { ...snapshot, away: change.value };
    case 'desktop':
      return { ...snapshot, desktop: change.value };
    case 'vault':
      return { ...snapshot, vault: change.value };
    case 'notices':
      return { ...snapshot, notices: change.value };
    case 'show-notices':
    case 'activity':
    case 'stray-callback':
    case 'everything':
      return snapshot;
  }
}

function putAll(
  before: Readonly<Record<string, unknown>>,
  changes: readonly EntityChange[],
): Readonly<Record<string, unknown>> {
  const after = new Map(Object.entries(before));
  for (const { id, value } of changes) {
    if (value === null) after.delete(id);
    else after.set(id, value);
  }
  return Object.fromEntries(after);
}

import type { Change, Snapshot } from '../../electron/contract/snapshot.ts';

/**
 * The snapshot with the changes in it. What did not change keeps its identity, so that only what shows it draws again.
 * `everything` is not handled here: whoever holds the snapshot asks for a new one. A stray callback changes nothing.
 */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  return changes.reduce(applyChange, snapshot);
}

function applyChange(snapshot: Snapshot, change: Change): Snapshot {
  switch (change.kind) {
    case 'certificates':
      return { ...snapshot, certificates: put(snapshot.certificates, change.id, change.value) };
    case 'applications':
      return { ...snapshot, applications: put(snapshot.applications, change.id, change.value) };
    case 'accounts':
      return { ...snapshot, accounts: put(snapshot.accounts, change.id, change.value) };
    case 'attempts':
      return { ...snapshot, attempts: put(snapshot.attempts, change.id, change.value) };
    case 'device-questions':
      return { ...snapshot, deviceQuestions: put(snapshot.deviceQuestions, change.id, change.value) };
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

function put<T>(entities: Record<string, T>, id: string, value: T | null): Record<string, T> {
  if (value !== null) return { ...entities, [id]: value };
  return Object.fromEntries(Object.entries(entities).filter(([key]) => key !== id));
}

import { useDesk } from './context.ts';
import { failureFacts, type FailureAbout, type FailureFacts } from './failure-facts.ts';

/** What is known now of what a failure was met with; null without `about`. */
export function useFailureFacts(about: FailureAbout | undefined): FailureFacts | null {
  const { projection, clock } = useDesk();
  const snapshot = projection.get();
  return about === undefined || snapshot === null ? null : failureFacts(snapshot, about, clock.now());
}

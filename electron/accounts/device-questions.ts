import type { Handlers } from '../contract/contract.ts';
import type { DeviceQuestionView } from '../contract/device-question.ts';
import { fail } from '../contract/failure.ts';
import type { Change } from '../contract/snapshot.ts';

/** A question without the attempt it belongs to. */
type Asked<Kind extends DeviceQuestionView['kind']> = Omit<
  Extract<DeviceQuestionView, { kind: Kind }>,
  'attemptId' | 'kind'
>;

/** What sign-ins with a certificate on a device ask, one question at a time for each. */
export type DeviceQuestions = {
  /** The fingerprint of what was chosen; null where the person showed none. Rejects when `signal` aborts. */
  askCertificate(attemptId: string, question: Asked<'certificate'>, signal: AbortSignal): Promise<string | null>;
  /** The PIN; empty where it is not this token, null where the person gave none. Rejects when `signal` aborts. */
  askPin(attemptId: string, question: Asked<'pin'>, signal: AbortSignal): Promise<string | null>;
  views(): readonly DeviceQuestionView[];
  readonly calls: Pick<Handlers, 'device.choose' | 'device.enterPin' | 'device.skipToken'>;
};

export function createDeviceQuestions(announce: (changes: readonly Change[]) => void): DeviceQuestions {
  const open = new Map<string, { readonly view: DeviceQuestionView; readonly answer: (text: string | null) => void }>();

  function ask(view: DeviceQuestionView, signal: AbortSignal): Promise<string | null> {
    const { attemptId } = view;
    return new Promise<string | null>((resolve, reject) => {
      signal.throwIfAborted();
      const abort = (): void => end(() => reject(signal.reason as Error));
      const end = (settle: () => void): void => {
        signal.removeEventListener('abort', abort);
        open.delete(attemptId);
        announce([{ kind: 'device-questions', id: attemptId, value: null }]);
        settle();
      };
      signal.addEventListener('abort', abort, { once: true });
      open.set(attemptId, { view, answer: (text) => end(() => resolve(text)) });
      announce([{ kind: 'device-questions', id: attemptId, value: view }]);
    });
  }

  function answer(kind: DeviceQuestionView['kind'], attemptId: string, text: string | null): void {
    const question = open.get(attemptId);
    if (question?.view.kind !== kind) return fail({ code: 'not-found', what: 'attempt' });
    question.answer(text);
  }

  return {
    askCertificate: (attemptId, question, signal) => ask({ kind: 'certificate', attemptId, ...question }, signal),
    askPin: (attemptId, question, signal) => ask({ kind: 'pin', attemptId, ...question }, signal),
    views: () => [...open.values()].map(({ view }) => view),
    calls: {
      'device.choose'({ attemptId, fingerprint }) {
        const question = open.get(attemptId)?.view;
        // What was not offered cannot be chosen.
        const isOffered =
          fingerprint === null ||
          (question?.kind === 'certificate' &&
            question.certificates.some((one) => one.fingerprint === fingerprint && one.unfit === null));
        if (!isOffered) fail({ code: 'not-found', what: 'certificate' });
        answer('certificate', attemptId, fingerprint);
        return {};
      },
      'device.enterPin'({ attemptId, pin }) {
        answer('pin', attemptId, pin);
        return {};
      },
      'device.skipToken'({ attemptId }) {
        answer('pin', attemptId, '');
        return {};
      },
    },
  };
}

import type { Call, Calls } from './call-parts.ts';
import type { CallName, Handlers } from './contract.ts';
import type { Result } from './client.ts';
import { FailureError, type Failure, type FailureCode } from './failure.ts';
import { firstCalls } from './first-calls.ts';

/** Tells the log of a fault of ours; gets the reference that the user sees. */
export type ReportFault = (call: string, error: unknown) => string;

/** Failures any call may end with. */
const alwaysPossible: readonly FailureCode[] = ['unexpected', 'input-refused', 'vault-not-ready', 'vault-write-failed'];

/** Reads what the other calls are: their schemas take a while to make, and the first picture needs none of them. */
export async function readCalls(): Promise<Calls> {
  return (await import('./contract.ts')).contract;
}

/**
 * Answers one call of the bridge: parses the input, runs the handler, parses the output, and turns everything thrown
 * into a {@link Failure} that this call may end with. Never throws.
 */
export async function serveCall(
  handlers: Handlers,
  reportFault: ReportFault,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  if (typeof name !== 'string') return refused('name');
  try {
    const calls: Calls = Object.hasOwn(firstCalls, name) ? firstCalls : await readCalls();
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    return call === undefined ? refused('name') : await serve(call, handlers[name as CallName] as Handler, input);
  } catch (error) {
    return { ok: false, failure: { code: 'unexpected', reference: reportFault(name, error) } };
  }
}

type Handler = (input: unknown) => unknown;

async function serve({ input, output, errors }: Call, handler: Handler, given: unknown): Promise<Result<unknown>> {
  const parsed = input.safeParse(given);
  if (!parsed.success) return refused(parsed.error.issues[0]?.path.join('.') ?? '');
  try {
    return { ok: true, value: output.parse(await handler(parsed.data)) };
  } catch (error) {
    if (error instanceof FailureError && [...alwaysPossible, ...errors].includes(error.failure.code)) {
      return { ok: false, failure: error.failure };
    }
    throw error;
  }
}

function refused(field: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code: 'input-refused', field } };
}

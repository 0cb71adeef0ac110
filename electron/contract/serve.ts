import { alwaysPossible, contract, type CallName, type Handlers } from './contract.ts';
import type { Result } from './client.ts';
import { FailureError, type Failure } from './failure.ts';

/** Tells the log of a fault of ours; gets the reference that the user sees. */
export type ReportFault = (call: string, error: unknown) => string;

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
  if (!isCallName(name)) return refused('name');
  const { input: inputSchema, output: outputSchema, errors } = contract[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return refused(parsed.error.issues[0]?.path.join('.') ?? '');
  const handler = handlers[name] as (value: unknown) => unknown;
  try {
    return { ok: true, value: outputSchema.parse(await handler(parsed.data)) };
  } catch (error) {
    const possible: readonly string[] = [...alwaysPossible, ...errors];
    if (error instanceof FailureError && possible.includes(error.failure.code)) {
      return { ok: false, failure: error.failure };
    }
    return { ok: false, failure: { code: 'unexpected', reference: reportFault(name, error) } };
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

function refused(field: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code: 'input-refused', field } };
}

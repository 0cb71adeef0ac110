import type { ApiAnswer } from '../../../electron/contract/contract.ts';

/** Whether an API did what it was asked for: of some refusals the status says nothing, only the body. */
export function isPlainYes({ status, explanation }: ApiAnswer): boolean {
  return status >= 200 && status < 300 && explanation === null;
}

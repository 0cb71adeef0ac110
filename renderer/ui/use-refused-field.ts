import { useEffect, type RefObject } from 'react';

/**
 * Puts the focus into the field that has to be filled again, each time there is another refusal: what was typed is gone
 * by then, and a question of the system may have taken the focus away. Null is no refusal.
 */
export function useRefusedField(field: RefObject<HTMLInputElement | null>, refusal: object | string | null): void {
  useEffect(() => {
    if (refusal !== null) field.current?.focus();
  }, [field, refusal]);
}

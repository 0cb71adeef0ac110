/** Characters of an answer that are shown: more would make the window slow and nobody reads it here. */
const SHOWN = 200_000;

/** An answer's body for reading: JSON indented, anything else as it came, both cut at {@link SHOWN} characters. */
export function readableBody(body: string): { readonly text: string; readonly isShortened: boolean } {
  const text = body.length > SHOWN ? body : indented(body);
  return text.length > SHOWN ? { text: text.slice(0, SHOWN), isShortened: true } : { text, isShortened: false };
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

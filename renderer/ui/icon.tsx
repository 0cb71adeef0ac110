const paths = {
  warning: 'M8 1.8 15 14H1L8 1.8Zm0 4.4v3.6m0 1.7v.7',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 5.7v4m0-6.6v.7',
  check: 'm3 8.5 3.3 3.3L13 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.4 3.4',
  close: 'm4 4 8 8m0-8-8 8',
} as const;

/** A drawn sign; always beside a word, so that screen readers skip it. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

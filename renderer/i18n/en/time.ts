/** Times; the numbers and units themselves come from Intl. */
export const time = {
  inBrackets: '{{time}} ({{relative}})',
} as const;

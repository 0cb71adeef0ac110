/** What a window shows before its page draws: `--ground` of renderer/ui/tokens.css, by theme. */
export const groundColors = { light: '#f4f5f6', dark: '#17191c' } as const;

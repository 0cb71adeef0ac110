/** The two channels of the bridge; the preload passes both on and knows nothing else. */
export const CALL_CHANNEL = 'taxpass:call';
export const CHANGE_CHANNEL = 'taxpass:changes';

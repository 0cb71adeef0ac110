/** What a person entered for a proxy. */
export type ProxyLogin = { readonly username: string; readonly password: string };

/** A proxy to which logins are given, by the kind it is entered for: to an `http` one they go open. */
export type LoginProxy = {
  readonly kind: 'http' | 'https';
  /** `host:port` */
  readonly proxy: string;
};

/** What of the way to a server is not the request's to say: the office's proxies and whom this computer trusts. */
export type NetworkWays = {
  /**
   * The proxies for a server, best first, in the words of a PAC script: `PROXY a:8080; DIRECT`. Asked anew for each
   * connection, since a laptop changes its network.
   */
  readonly proxiesFor: (origin: string) => Promise<string>;
  /** The login for this very proxy; null where none was entered for one of its kind, or it was refused. */
  readonly loginFor: (proxy: LoginProxy) => ProxyLogin | null;
  /**
   * Has `act` give this proxy its login. Until the login has once been taken one at a time does: offices lock accounts
   * after some wrong tries, and connections are often made several at once.
   */
  readonly inLoginTurn: <T>(proxy: LoginProxy, act: () => Promise<T>) => Promise<T>;
  /** The proxy did not take that login: it is not to be sent again, since offices lock accounts after some tries. */
  readonly onLoginRefused: (proxy: LoginProxy) => void;
  /**
   * PEM of every root that counts where a server has no CA of its own; null for those the runtime brings along. The same
   * array until something changes.
   */
  readonly roots: () => readonly string[] | null;
};

/** Straight to every server, by the runtime's own roots: what no desktop tells otherwise. */
export const direct: NetworkWays = {
  proxiesFor: () => Promise.resolve('DIRECT'),
  loginFor: () => null,
  inLoginTurn: (_proxy, act) => act(),
  onLoginRefused: () => undefined,
  roots: () => null,
};

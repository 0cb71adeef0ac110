import { realProfiles } from '../authorities/authorities.ts';

/*
 * The words a record for support may hold. Whatever an authority, a browser or a person says is compared with these
 * lists, and what is not on them is told of by its length and kind alone: so no secret and no name can get in, wherever
 * somebody puts one.
 */

/** Parts of paths: those of the profiles' own addresses, and those of the gateways that authorities use (F5 BIG-IP APM). */
export const pathWords: ReadonlySet<string> = new Set([
  ...realProfiles.flatMap(({ environments }) =>
    environments.flatMap(({ authorize, token, refresh, revoke }) =>
      [authorize, token, refresh, revoke].flatMap((address) => (address === null ? [] : partsOf(address))),
    ),
  ),
  ...words(`
    my.policy my.policy_nonce my.logout.php3 my.acl vdesk hangup.php3 hangup.php3. f5-oauth2 anaf-oauth2 oauth2 oauth
    v1 v2 v3 public include errorpage.php webtop.eui F5Networks-SSO-Resp saml saml2 sp idp acs sso adfs ls profile
    auth authorize authorization login logon logout signin error errors callback redirect consent approve deny cancel
    session start continue token revoke introspect userinfo .well-known openid-configuration jwks
    as index.html index.jsp robots.txt favicon.ico test prod org per sysorg sys my-redirect-uri
  `),
]);

/** Names of parameters in queries and forms (RFC 6749, RFC 7636, OpenID Connect, SAML, F5's own). */
export const parameterWords: ReadonlySet<string> = new Set(
  words(`
    response_type client_id client_secret redirect_uri scope state code error error_description error_uri
    token_content_type grant_type refresh_token access_token code_verifier code_challenge code_challenge_method
    response_mode nonce prompt login_hint acr_values iss session_state token token_type_hint id_token display max_age
    ui_locales errorcode errcode error_code sid lang language dummy vhost url username password SAMLRequest
    SAMLResponse RelayState SigAlg Signature wa wtrealm wctx resume ticket csrf _csrf csrf_token cancel name
  `),
);

/** Names of headers, in lower case. */
export const headerWords: ReadonlySet<string> = new Set(
  words(`
    accept accept-encoding accept-language accept-ranges access-control-allow-credentials
    access-control-allow-headers access-control-allow-methods access-control-allow-origin age allow alt-svc
    authorization cache-control client_id client_secret connection content-disposition content-encoding
    content-language content-length content-security-policy content-security-policy-report-only content-type cookie
    cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy date etag expect-ct expires
    feature-policy host keep-alive last-modified link location nel origin p3p permissions-policy pragma
    proxy-authenticate proxy-connection referer referrer-policy refresh report-to reporting-endpoints retry-after
    server server-timing set-cookie strict-transport-security te timing-allow-origin trailer transfer-encoding upgrade
    user-agent vary via warning www-authenticate x-aspnet-version x-cache x-content-type-options x-correlation-id
    x-dns-prefetch-control x-forwarded-for x-frame-options x-permitted-cross-domain-policies x-powered-by
    x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-request-id x-robots-tag x-ua-compatible
    x-xss-protection skv_correlation_id skv_client_correlation_id
  `),
);

/** Names of cookies: those of F5 BIG-IP and of the usual servers. */
export const cookieWords: ReadonlySet<string> = new Set(
  words(`
    MRHSession LastMRH_Session MRHSHint MRHSequence F5_ST F5_fullWT F5_HT_shrinked F5_PWS F5_VdiUserClientChoicecitrix
    TIN uRoamTestCookie JSESSIONID PHPSESSID ASP.NET_SessionId AWSALB AWSALBCORS __cf_bm SESSION session sid
  `),
);

/** Beginnings of cookies' names whose rest is a number, or the name of a machine. */
export const cookieBeginnings = ['BIGipServer', 'TS01', 'TS', 'F5_', 'MRH', 'NSC_'] as const;

export const mediaTypes: ReadonlySet<string> = new Set(
  words(`
    text/html text/plain text/xml text/css text/javascript application/json application/problem+json
    application/xhtml+xml application/xml application/javascript application/x-www-form-urlencoded
    application/octet-stream application/pdf application/jwt multipart/form-data image/png image/gif image/svg+xml
  `),
);

export const charsets: ReadonlySet<string> = new Set(
  words('utf-8 utf8 iso-8859-1 iso-8859-2 iso-8859-15 iso-8859-16 windows-1250 windows-1252 us-ascii'),
);

/** Ways to log in that a server asks for (RFC 9110, section 11.1), in lower case. */
export const schemeWords: ReadonlySet<string> = new Set(
  words('basic bearer digest negotiate ntlm kerberos mutual hoba client-id-enforcement'),
);

/** Servers by their own name, in lower case, without what follows it. */
export const serverWords: ReadonlySet<string> = new Set(
  words(
    'bigip big-ip apache apache-coyote nginx microsoft-iis microsoft-httpapi ibm_http_server cloudflare jetty mule',
  ),
);

/** Scopes named in the profiles. */
export const scopeWords: ReadonlySet<string> = new Set([
  ...realProfiles.flatMap(({ knownScopes, scopeFlows }) => [...knownScopes, ...Object.keys(scopeFlows)]),
  ...words('skattekonto ska skahmst obr'),
]);

/** Keys of the explanations that profiles have for answers. */
export const explanationWords: ReadonlySet<string> = new Set(
  realProfiles.flatMap(({ errorRows }) => errorRows.map(({ explanation }) => explanation)),
);

export const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'another'] as const;

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function partsOf(address: string): string[] {
  return new URL(address).pathname.split('/').filter((part) => part !== '');
}

/** Why nothing can be sent to that address, by the name of its sentence; null where it is a whole https URL. */
export function urlProblem(url: string): 'notWholeUrl' | 'userInUrl' | null {
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) return 'notWholeUrl';
  const { username, password } = new URL(url);
  return username === '' && password === '' ? null : 'userInUrl';
}

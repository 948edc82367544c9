/** The address of the first page, below which all others lie: a proxy may have put it below a path of its own. */
export const base = new URL(document.querySelector<HTMLAnchorElement>("a.mark")?.href ?? "/", location.href);

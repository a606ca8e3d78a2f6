/** A message's HTML as the content policy lets it be shown: no script, no other host, no link that leads away. */

const REMOVED = "script, base, link, iframe, object, embed, form, meta[http-equiv]";

/** Moves inline styles, which the policy forbids, into one style element that carries the page's nonce. */
export function framed(html: string, nonce: string): string {
  // Renamed before anything is parsed: the parser itself would report each inline style as a breach.
  const page = new DOMParser().parseFromString(html.replace(/\s(style|on\w+)\s*=/gi, " data-$1="), "text/html");
  for (const element of page.querySelectorAll(REMOVED)) element.remove();
  const rules = [...page.querySelectorAll("[data-style]")].map((element, index) => {
    const name = `styled-${String(index)}`;
    const rule = `.${name}{${element.getAttribute("data-style") ?? ""}}`;
    element.removeAttribute("data-style");
    element.classList.add(name);
    return rule;
  });
  for (const link of page.querySelectorAll("a[href]")) {
    link.setAttribute("title", link.getAttribute("href") ?? "");
    link.removeAttribute("href");
  }
  for (const sheet of page.querySelectorAll("style")) sheet.setAttribute("nonce", nonce);
  const sheet = page.createElement("style");
  sheet.setAttribute("nonce", nonce);
  sheet.textContent = rules.join("\n");
  page.head.append(sheet);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

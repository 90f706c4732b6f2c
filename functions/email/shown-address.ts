/** A page's address as readers see it: without what every one begins with. */
export function shownAddress(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** An address for HTML, which a narrow screen breaks behind a slash: browsers would break it anywhere. */
export function breakable(html: string): string {
  return html.replaceAll('/', '/<wbr>');
}

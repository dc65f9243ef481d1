const hosts =
  /(?:^|\.)(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.net|feedsportal\.com|pixel\.wp\.com|stats\.wordpress\.com|hm\.baidu\.com|cnzz\.com|umeng\.com|counter\.yadro\.ru|mc\.yandex\.ru|statcounter\.com|list-manage\.com|sailthru\.com|mixpanel\.com|segment\.io|adservice\.google\.com|bat\.bing\.com|analytics\.twitter\.com)$/i;
const places =
  /^(?:www\.)?facebook\.com\/tr(?:[/?]|$)|^feeds\.feedburner\.com\/~(?:r|ff|4)\/|\/(?:tracking[-_]?pixel|pixel|beacon|webbug|utm|__utm|1x1|open-?track(?:ing)?)\.(?:gif|php|ashx|aspx)(?:[?#]|$)/i;

/** Whether an image from elsewhere is there to be counted, not to be seen: by its size, or because its address is known. */
export function isTracker(url: string, width: number | undefined, height: number | undefined): boolean {
  if (width !== undefined && height !== undefined && width <= 2 && height <= 2) return true;
  const [, host = '', place = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  return hosts.test(host.replace(/:\d+$/, '')) || places.test(host + place);
}

/** Keys of front matter, in lower case, that articles have of their generators and their writers: Hexo, Hugo, Jekyll and those near them. */
export const usualKeys: ReadonlySet<string> = new Set(
  `title headline subtitle description desc summary excerpt abstract date published updated updated_at updatedat modified
  last_modified lastmod last_modified_at created created_at createdat pubdate publishdate publish_date publisheddate
  published_at publishedat published_time expirydate time datetime timezone year month day weekday
  author authors authorlink author_url byline editor creator contributor contributors owner by user username
  source sources source_url sourceurl source_name publisher site sitename site_name siteurl website origin original
  original_url originalurl link links url urls from via canonical canonical_url canonicalurl permalink slug alias aliases
  redirect_from redirect_to feed guid uuid
  category categories tag tags keyword keywords topic topics section series label labels genre channel column
  headimg thumbnail image images img cover coverimage cover_image banner photo photos picture pictures og_image ogimage
  featured_image featuredimage feature_image hero icon logo avatar gallery video videos audio media attachments
  layout type kind template theme style class comments comment commentable draft status state hidden private public
  visible visibility password protected encrypt sticky top pin pinned weight order priority featured sitemap robots
  index noindex search math mathjax katex mermaid toc nav navigation menu menus sidebar breadcrumb header footer
  lang language languages locale translation translations translator translators license licence copyright rights
  version revision edition name note notes text content body body_class html words wordcount word_count reading_time
  readingtime likes views rating score count total location place country city region address lat lng latitude longitude
  cascade headless isbnlist isbn doi journal volume issue pages page outputs resources params markup linktitle
  parent grand_parent nav_order has_children has_toc paginate pagination collection output defaults cssclass cssclasses
  format formats file files path folder dir form data meta metadata extra custom options settings config script scripts
  css javascript js head width height size color colour code key value event events project projects people person
  disablenunjucks tocbot reward donate qrcode share sharing show_title feature mode model theme_color tile tiles
  question answer sponsor disqus readmore more cite citation reference references bibliography`
    .split(/\s+/)
    .filter(Boolean),
);

/** Keys that programs read and people misspell. */
export const keysPeopleMean: ReadonlySet<string> = new Set(
  `title headline subtitle description date published updated modified lastmod publishdate author authors source publisher
  canonical permalink categories category tags keywords series headimg thumbnail image images cover banner photos layout
  comments draft language aliases excerpt summary`
    .split(/\s+/)
    .filter(Boolean),
);

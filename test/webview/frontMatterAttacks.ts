const values: readonly string[] = [
  '<script>§</script>',
  '<img src=x onerror=§>',
  '<svg onload=§>',
  '"><img src=x onerror=§>',
  '</h1><script>§</script><h1>',
  '&lt;img src=x onerror=§&gt;',
  '&#60;script&#62;§&#60;/script&#62;',
  '<style>@import "¤"</style>',
  '<iframe srcdoc="<script>§</script>">',
  '<a href="javascript:§">x</a>',
  '{{constructor.constructor("§")()}}',
  '\\u003cimg src=x onerror=§\\u003e',
];

/** Each in all fields that the header card shows. */
const everywhere: readonly string[] = [
  '"><script>§</script><p x="',
  'javascript:§',
  'data:text/html,<script>§</script>',
  '</h1><svg onload=§>',
  "' onclick='§' x='",
];

const fields: readonly string[] = ['title', 'source', 'author', 'link', 'headimg', 'date'];

/** Whole front matters whose values are attacks. */
export const frontMatterAttacks: readonly string[] = [
  ...values.map((value) => `---\ntitle: '${value.replaceAll("'", "''")}'\n---`),
  ...values.map(
    (value) => `---\nauthor: '${value.replaceAll("'", "''")}'\ncategories: ['${value.replaceAll("'", "''")}']\n---`,
  ),
  ...everywhere.map((value) => {
    const quoted = `'${value.replaceAll("'", "''")}'`;
    return `---\n${fields.map((field) => `${field}: ${quoted}\n`).join('')}categories: [${quoted}]\n---`;
  }),
  "---\nlink: 'javascript:§'\ntitle: x\n---",
  "---\nlink: ' JaVaScRiPt:§'\ntitle: x\n---",
  '---\nlink: \'https://x" onclick="§\'\ntitle: x\n---',
  "---\nlink: 'data:text/html,<script>§</script>'\ntitle: x\n---",
  "---\nurl: '//¤'\ntitle: x\n---",
  "---\nheadimg: '¤'\ntitle: x\n---",
  "---\nheadimg: 'javascript:§'\ntitle: x\n---",
  '---\nheadimg: \'x" onerror="§\'\ntitle: x\n---',
  "---\nheadimg: '../../../../../../etc/passwd'\ntitle: x\n---",
  '---\nheadimg: \'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="§"/>\'\ntitle: x\n---',
  "---\nthumbnail: ['¤', '¤']\ntitle: x\n---",
  "---\ndate: '<img src=x onerror=§>'\ntitle: x\n---",
  "---js\n{ title: (§, 'x') }\n---",
  "---\ntitle: !!js/function 'function () { § }'\n---",
  '---\n__proto__: { polluted: 1 }\ntitle: <b onclick=§>x</b>\n---',
  '{ "title": "<img src=x onerror=§>", "constructor": { "prototype": { "polluted": 1 } } }',
  "+++\ntitle = '<img src=x onerror=§>'\n+++",
];

// The site of the documents. `make docs` builds it into .cache/site.

/** Rust's hidden lines (`# `) compile the examples; readers do not see them. */
function hideLines(markdown) {
  markdown.core.ruler.push('hidden lines of Rust', ({ tokens }) => {
    for (const token of tokens.filter(({ type, info }) => type === 'fence' && info.startsWith('rust'))) {
      token.info = 'rust';
      token.content = token.content.replace(/^#( .*)?\n/gm, '');
    }
  });
}

const page = (text, link) => ({ text, link });

export default {
  title: 'Bifrons',
  description: 'The client for the Janus WebRTC server, for Rust, Node, Deno, Bun and browsers',
  cleanUrls: true,
  lastUpdated: false,
  outDir: '../.cache/site',
  cacheDir: '../.cache/docs/cache',
  markdown: { config: hideLines },
  themeConfig: {
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/bifrons/bifrons' }],
    editLink: { pattern: 'https://github.com/bifrons/bifrons/edit/main/docs/:path' },
    nav: [page('Quickstart', '/quickstart/node'), page('Guides', '/guides/events'), page('Reference', '/reference/features')],
    sidebar: [
      {
        text: 'Quickstart',
        items: [page('A Node server', '/quickstart/node'), page('Rust', '/quickstart/rust'), page('A page', '/quickstart/page')],
      },
      {
        text: 'Moving to Bifrons',
        items: [page('From Janode', '/moving/from-janode'), page('From janus.js', '/moving/from-janus-js'), page('From jarust', '/moving/from-jarust')],
      },
      {
        text: 'Guides',
        items: [
          page('Events and backpressure', '/guides/events'),
          page('Errors and retries', '/guides/errors'),
          page('Reconnection', '/guides/reconnection'),
          page('Transports and proxies', '/guides/transports'),
          page('Tokens and the Admin API', '/guides/tokens-and-admin'),
          page('Logs and traces', '/guides/logging'),
          page('Pages', '/guides/pages'),
          page('Testing with the mock server', '/guides/testing'),
          page('Troubleshooting', '/guides/troubleshooting'),
        ],
      },
      { text: 'Reference', items: [page('Features', '/reference/features'), page('Error codes', '/reference/error-codes')] },
    ],
  },
};

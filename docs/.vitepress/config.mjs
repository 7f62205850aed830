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

const plugins = ['AudioBridge', 'Duktape', 'EchoTest', 'Lua', 'NoSip', 'RecordPlay', 'Sip', 'Streaming', 'TextRoom', 'VideoCall', 'VideoRoom', 'VoiceMail'];

export default {
  title: 'Bifrons',
  description: 'The client for the Janus WebRTC server, for Rust, Node, Deno, Bun and browsers',
  cleanUrls: true,
  lastUpdated: false,
  outDir: '../.cache/site',
  cacheDir: '../.cache/docs/cache',
  markdown: { config: hideLines },
  themeConfig: {
    // The types mention everything: the guides come first.
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: (id) => (id.startsWith('/reference/api/') ? 0.2 : 1) } } } },
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
      {
        text: 'Reference',
        items: [
          page('Features', '/reference/features'),
          page('Configuration', '/reference/configuration'),
          page('Error codes', '/reference/error-codes'),
          page('Events', '/reference/events'),
          { text: 'Requests and events of the plugins', collapsed: true, items: plugins.map((name) => page(name, `/reference/plugins/${name.toLowerCase()}`)) },
          page('Admin API', '/reference/plugins/admin'),
          page('Coverage', 'https://github.com/bifrons/bifrons/blob/main/COVERAGE.md'),
          page('TypeScript', '/reference/api/'),
          page('Rust', 'https://docs.rs/bifrons'),
        ],
      },
    ],
  },
};

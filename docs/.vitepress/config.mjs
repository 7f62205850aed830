// The site of the documents. `make docs` builds it into .cache/site.
import { readFileSync } from 'node:fs';
import { pictures } from './pictures.mjs';

const mark = readFileSync(new URL('../../examples/common/page/mark.svg', import.meta.url), 'utf8');

/** Rust's hidden lines (`# `) compile the examples; readers do not see them. */
function hideLines(markdown) {
  markdown.core.ruler.push('hidden lines of Rust', ({ tokens }) => {
    for (const token of tokens.filter(({ type, info }) => type === 'fence' && info.startsWith('rust'))) {
      token.info = 'rust';
      token.content = token.content.replace(/^#( .*)?\n/gm, '');
    }
  });
}

/** An empty cell of a table's head is no header: a screen reader would announce one without a name. */
function emptyHeaders(markdown) {
  markdown.core.ruler.push('empty headers', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'th_open' && tokens[index + 1].content === '') token.tag = tokens[index + 2].tag = 'td';
    });
  });
}

const page = (text, link) => ({ text, link });

const plugins = ['AudioBridge', 'Duktape', 'EchoTest', 'Lua', 'NoSip', 'RecordPlay', 'Sip', 'Streaming', 'TextRoom', 'VideoCall', 'VideoRoom', 'VoiceMail'];

export default {
  title: 'Bifrons',
  description: 'The client for the Janus WebRTC server, for Rust, Node, Deno, Bun and browsers',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(mark)}` }]],
  cleanUrls: true,
  lastUpdated: false,
  outDir: '../.cache/site',
  cacheDir: '../.cache/docs/cache',
  markdown: {
    // The default themes have too little contrast.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(markdown) {
      hideLines(markdown);
      emptyHeaders(markdown);
      pictures(markdown);
    },
  },
  themeConfig: {
    // The types mention everything: the guides come first.
    search: { provider: 'local', options: { miniSearch: { searchOptions: { boostDocument: (id) => (id.startsWith('/reference/api/') ? 0.2 : 1) } } } },
    socialLinks: [{ icon: 'github', link: 'https://github.com/bifrons/bifrons' }],
    editLink: { pattern: 'https://github.com/bifrons/bifrons/edit/main/docs/:path' },
    nav: [
      page('Quickstart', '/quickstart/node'),
      page('Guides', '/guides/sessions'),
      page('Gateway', '/gateway/'),
      page('Recipes', '/recipes/'),
      page('Reference', '/reference/features'),
    ],
    sidebar: [
      {
        text: 'Quickstart',
        items: [
          page('A Node server', '/quickstart/node'),
          page('Express and TypeScript', '/quickstart/express'),
          page('Rust', '/quickstart/rust'),
          page('A Rust server with axum', '/quickstart/axum'),
          page('A page', '/quickstart/page'),
          page('React', '/quickstart/react'),
        ],
      },
      {
        text: 'Moving to Bifrons',
        items: [page('From Janode', '/moving/from-janode'), page('From janus.js', '/moving/from-janus-js'), page('From jarust', '/moving/from-jarust')],
      },
      {
        text: 'Guides',
        items: [
          page('Sessions and handles', '/guides/sessions'),
          page('Events and backpressure', '/guides/events'),
          page('Errors and retries', '/guides/errors'),
          page('Reconnection', '/guides/reconnection'),
          page('Shutting down without losing calls', '/guides/shutting-down'),
          page('Transports', '/guides/transports'),
          page('Behind nginx or Caddy', '/guides/proxies'),
          page('Tokens and the Admin API', '/guides/tokens-and-admin'),
          page('Logs and traces', '/guides/logging'),
          page('Pages', '/guides/pages'),
          page('Bundlers and runtimes', '/guides/runtimes'),
          page('Testing with the mock server', '/guides/testing'),
          page('Security checklist', '/guides/security'),
          page('Performance and sizing', '/guides/sizing'),
          page('Janus configuration that helps', '/guides/janus-configuration'),
          page('Troubleshooting', '/guides/troubleshooting'),
        ],
      },
      {
        text: 'Gateway',
        items: [
          page('What it is, and a first token', '/gateway/'),
          page('Rights: from your login to grants', '/gateway/rights'),
          page('Write a policy, and test it', '/gateway/policy'),
          page('Several gateways', '/gateway/replicas'),
          page('From a Janode server', '/gateway/from-a-janode-server'),
          page('From janus.js on Janus', '/gateway/from-janus-js'),
        ],
      },
      {
        text: 'Recipes',
        items: [
          page('Overview', '/recipes/'),
          page('Conference', '/recipes/conference'),
          page('Webinar', '/recipes/webinar'),
          page('Broadcast from ffmpeg', '/recipes/broadcast'),
          page('SIP softphone', '/recipes/softphone'),
          page('Audio bridge with telephones', '/recipes/phone-bridge'),
          page('Recording and playback', '/recipes/recording'),
          page('Moderation', '/recipes/moderation'),
          page('Screen sharing', '/recipes/screen'),
          page('Chat over data channels', '/recipes/chat'),
          page('Forwarding to a recogniser', '/recipes/recogniser'),
          page('Cascading by hand', '/recipes/cascading'),
        ],
      },
      {
        text: 'Explanation',
        items: [
          page('Architecture in pictures', '/explanation/architecture'),
          page('Why sans-IO', '/explanation/sans-io'),
          page('What recovery can and can’t do', '/explanation/recovery'),
          page('Benchmarks, and how to read them', '/explanation/benchmarks'),
        ],
      },
      {
        text: 'Reference',
        items: [
          page('Features', '/reference/features'),
          page('Configuration', '/reference/configuration'),
          page('Configuration of the gateway', '/reference/gateway'),
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

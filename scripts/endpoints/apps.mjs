/** The versions whose rules the documents follow; pydantic's is that of `test:models`. */
const FASTAPI = ['fastapi==0.115.14', 'pydantic==2.12.5', 'pydantic-settings==2.12.0'];

/** Applications whose endpoints are compared: where their source is, what gives the running application, which modules are their own. */
export const APPS = [
  {
    name: 'orders',
    kind: 'fastapi',
    source: 'examples/orders',
    requirements: FASTAPI,
    target: 'orders.api.app:app',
    madeIn: 'orders.api.app.create_app',
    own: 'orders',
  },
  {
    name: 'newsletter',
    kind: 'flask',
    source: 'examples/newsletter',
    target: 'newsletter.web:create_app()',
    own: 'newsletter',
  },
  {
    name: 'shelf',
    kind: 'flask',
    source: 'scripts/endpoints/examples/shelf',
    target: 'shelf.app:create_app()',
    madeIn: 'shelf.app.create_app',
    own: 'shelf',
    dump: 'swagger.py',
  },
  {
    name: 'httpbin',
    kind: 'flask',
    sdist: 'httpbin==0.10.2',
    target: 'httpbin:app',
    madeIn: 'httpbin.core',
    own: 'httpbin',
  },
  {
    name: 'prefect',
    kind: 'fastapi',
    sdist: 'prefect==3.4.0',
    requirements: FASTAPI,
    target: 'prefect.server.api.server:create_app()',
    own: 'prefect',
  },
];

/** Import names whose distribution is called otherwise. Everything else is taken to have one name, normalised (PEP 503). */
const BY_IMPORT: Record<string, string> = {
  _cffi_backend: 'cffi',
  _distutils_hack: 'setuptools',
  _pytest: 'pytest',
  allauth: 'django-allauth',
  apt: 'python-apt',
  asynchat: 'pyasynchat',
  asyncore: 'pyasyncore',
  attr: 'attrs',
  audioop: 'audioop-lts',
  bs4: 'beautifulsoup4',
  bson: 'pymongo',
  cairo: 'pycairo',
  can: 'python-can',
  cgi: 'legacy-cgi',
  corsheaders: 'django-cors-headers',
  crontab: 'python-crontab',
  Crypto: 'pycryptodome',
  cv2: 'opencv-python',
  dateutil: 'python-dateutil',
  debug_toolbar: 'django-debug-toolbar',
  decouple: 'python-decouple',
  discord: 'discord-py',
  distutils: 'setuptools',
  dns: 'dnspython',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  engineio: 'python-engineio',
  environ: 'django-environ',
  fitz: 'pymupdf',
  frontmatter: 'python-frontmatter',
  gi: 'pygobject',
  git: 'gitpython',
  github: 'pygithub',
  gitlab: 'python-gitlab',
  google: 'google-api-core',
  googleapiclient: 'google-api-python-client',
  graphql: 'graphql-core',
  gridfs: 'pymongo',
  grpc: 'grpcio',
  hcl2: 'python-hcl2',
  jenkins: 'python-jenkins',
  jose: 'python-jose',
  jwt: 'pyjwt',
  kafka: 'kafka-python',
  ldap: 'python-ldap',
  magic: 'python-magic',
  markdown_it: 'markdown-it-py',
  memcache: 'python-memcached',
  mpl_toolkits: 'matplotlib',
  multipart: 'python-multipart',
  MySQLdb: 'mysqlclient',
  nacl: 'pynacl',
  nats: 'nats-py',
  nmap: 'python-nmap',
  onelogin: 'python3-saml',
  OpenGL: 'pyopengl',
  OpenSSL: 'pyopenssl',
  paho: 'paho-mqtt',
  PIL: 'pillow',
  pkg_resources: 'setuptools',
  playhouse: 'peewee',
  pptx: 'python-pptx',
  psycopg2: 'psycopg2-binary',
  pydantic_settings: 'pydantic-settings',
  pylab: 'matplotlib',
  pythoncom: 'pywin32',
  pythonjsonlogger: 'python-json-logger',
  pywintypes: 'pywin32',
  rapidjson: 'python-rapidjson',
  rest_framework: 'djangorestframework',
  saml2: 'pysaml2',
  serial: 'pyserial',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  slugify: 'python-slugify',
  snowflake: 'snowflake-connector-python',
  socketio: 'python-socketio',
  socks: 'pysocks',
  stomp: 'stomp-py',
  strawberry: 'strawberry-graphql',
  telegram: 'python-telegram-bot',
  telnetlib: 'standard-telnetlib',
  tlz: 'toolz',
  umap: 'umap-learn',
  usb: 'pyusb',
  win32api: 'pywin32',
  win32com: 'pywin32',
  win32con: 'pywin32',
  wx: 'wxpython',
  Xlib: 'python-xlib',
  yaml: 'pyyaml',
  zmq: 'pyzmq',
};

/** Other distributions that give the same import name: any of them satisfies the import. */
const ALTERNATIVES: Record<string, string[]> = {
  psycopg2: ['psycopg2'],
  cv2: ['opencv-python-headless', 'opencv-contrib-python'],
  Crypto: ['pycrypto', 'pycryptodomex'],
  slugify: ['slugify'],
  google: ['protobuf', 'google-cloud-storage', 'google-auth', 'googleapis-common-protos'],
  magic: ['filemagic'],
};

/** PEP 503: `My.Package_name` → `my-package-name`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Packages that several distributions share: what follows the name decides, `google.cloud.storage` is of google-cloud-storage. */
const SHARED = new Set([
  'google',
  'azure',
  'zope',
  'ruamel',
  'backports',
  'jaraco',
  'opentelemetry',
  'sphinxcontrib',
  'paste',
]);
const BY_PREFIX: Record<string, string> = {
  'google.protobuf': 'protobuf',
  'google.api_core': 'google-api-core',
  'google.generativeai': 'google-generativeai',
  'opentelemetry.trace': 'opentelemetry-api',
  'opentelemetry.metrics': 'opentelemetry-api',
  'opentelemetry.context': 'opentelemetry-api',
  'opentelemetry.propagate': 'opentelemetry-api',
};

/** Distributions that may provide a module, by its dotted name or that of its top-level package, the most likely first. */
export function distributionsOf(module: string): string[] {
  const [root, ...rest] = module.split('.');
  const known = BY_IMPORT[root];
  const own = normaliseName(root.replace(/^_+/, ''));
  return [
    ...new Set([...sharing(root, rest), ...(known ? [known] : []), ...(ALTERNATIVES[root] ?? []), own]),
  ];
}

/** The longest name first: `azure.storage.blob` → azure-storage-blob, azure-storage. */
function sharing(root: string, rest: readonly string[]): string[] {
  if (!SHARED.has(root) || rest.length === 0) return [];
  const prefix = BY_PREFIX[`${root}.${rest[0]}`];
  const names = [3, 2, 1]
    .filter((length) => length <= rest.length)
    .map((length) => normaliseName([root, ...rest.slice(0, length)].join('-')));
  const likely =
    names.length > 1 && root === 'google' && rest[0] === 'cloud' ? names.slice(-2, -1) : names.slice(-1);
  return [...(prefix ? [prefix] : []), ...likely, ...names];
}

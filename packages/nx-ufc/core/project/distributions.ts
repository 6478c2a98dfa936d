/** Import names whose distribution is called otherwise. Everything else is taken to have one name, normalised (PEP 503). */
const BY_IMPORT: Record<string, string> = {
  _pytest: 'pytest',
  attr: 'attrs',
  bs4: 'beautifulsoup4',
  Crypto: 'pycryptodome',
  cv2: 'opencv-python',
  dateutil: 'python-dateutil',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  fitz: 'pymupdf',
  git: 'gitpython',
  github: 'pygithub',
  google: 'google-api-core',
  grpc: 'grpcio',
  jose: 'python-jose',
  jwt: 'pyjwt',
  kafka: 'kafka-python',
  ldap: 'python-ldap',
  magic: 'python-magic',
  markdown_it: 'markdown-it-py',
  memcache: 'python-memcached',
  multipart: 'python-multipart',
  MySQLdb: 'mysqlclient',
  nacl: 'pynacl',
  OpenSSL: 'pyopenssl',
  PIL: 'pillow',
  pkg_resources: 'setuptools',
  pptx: 'python-pptx',
  psycopg2: 'psycopg2-binary',
  pydantic_settings: 'pydantic-settings',
  pythonjsonlogger: 'python-json-logger',
  serial: 'pyserial',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  slugify: 'python-slugify',
  socks: 'pysocks',
  telegram: 'python-telegram-bot',
  umap: 'umap-learn',
  usb: 'pyusb',
  win32api: 'pywin32',
  win32con: 'pywin32',
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

/** Distributions that may provide an import package, the most likely first. */
export function distributionsOf(importName: string): string[] {
  const known = BY_IMPORT[importName];
  const own = normaliseName(importName.replace(/^_+/, ''));
  return [...(known ? [known] : []), ...(ALTERNATIVES[importName] ?? []), own];
}

import { detectRoutes, endpointsOf } from '../endpoints';
import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';

const PYDANTIC = 'from pydantic import AliasChoices, AliasPath, Field, field_validator, model_validator\n';
const SETTINGS = `${PYDANTIC}from pydantic_settings import BaseSettings, SettingsConfigDict\n`;

/** The only endpoint of an application with a route below `prefix`, which `main` gives; `settings.py` holds the rest. */
function endpoint(settings: string, main: string, more: Record<string, string> = {}) {
  const files = {
    'shop/__init__.py': '',
    'shop/settings.py': settings,
    'shop/main.py': `from fastapi import FastAPI\nimport shop.settings\n${main}\napp = FastAPI()\n\n@app.get(f"{prefix}/a")\ndef a(): ...\n`,
    ...more,
  };
  const endpoints = endpointsOf(detectRoutes(buildProjectFacts('shop', treeOf(files))));
  expect(endpoints).toHaveLength(1);
  return endpoints[0];
}
const body = (text: string) => `class Settings(BaseSettings):\n${text}\nsettings = Settings()\n`;
const DIRECT = 'prefix = shop.settings.settings.prefix';

test('a field of settings is its default, and the endpoint says so', () =>
  expect(
    endpoint(
      SETTINGS + body('    model_config = SettingsConfigDict(env_prefix="SHOP_")\n    prefix: str = "/v1"'),
      DIRECT,
    ),
  ).toMatchObject({
    path: '/v1/a',
    settings: [{ name: 'SHOP_prefix', default: '/v1', file: 'shop/settings.py', line: 5 }],
  }));

test.each([
  ['Field', '    prefix: str = Field(default="/v1", description="…")'],
  ['positional', '    prefix: str | None = Field("/v1", alias="X")'],
  ['factory', '    prefix: str = Field(default_factory=lambda: "/v1")'],
  ['literal', '    prefix: Literal["/v1", "/v2"] = "/v1"'],
  [
    'validators of other fields',
    '    prefix: str = "/v1"\n    @field_validator("other")\n    def check(cls, v): return v\n    @model_validator(mode="after")\n    def late(self):\n        if not self.prefix: raise ValueError\n        self.other = 1\n        return self',
  ],
])('a default that nothing changes: %s', (_name, text) =>
  expect(endpoint(`from typing import Literal\n${SETTINGS}${body(text)}`, DIRECT)).toMatchObject({
    path: '/v1/a',
    settings: [{ default: '/v1' }],
  }),
);

test.each([
  [
    'field validator',
    '    prefix: str = "/v1"\n    @field_validator("prefix")\n    def check(cls, v): return v.upper()',
    'check may change prefix',
  ],
  [
    'validator of all fields',
    '    prefix: str = "/v1"\n    @field_validator("*")\n    def check(cls, v): return v',
    'check may change prefix',
  ],
  [
    'before validator',
    '    prefix: str = "/v1"\n    @model_validator(mode="before")\n    def early(cls, data):\n        data["prefix"] = 1\n        return data',
    'early may change prefix',
  ],
  [
    'computed key',
    '    prefix: str = "/v1"\n    @model_validator(mode="before")\n    def early(cls, data):\n        for key in data: data[key] = 1\n        return data',
    'early may change prefix',
  ],
  [
    'assignment',
    '    prefix: str = "/v1"\n    @model_validator(mode="after")\n    def late(self):\n        self.prefix = "/x"\n        return self',
    'prefix is also assigned elsewhere',
  ],
  ['type that converts', '    prefix: Path = "/v1"', 'the setting prefix is made from its default'],
  [
    'annotated validator',
    '    prefix: Annotated[str, BeforeValidator(str.upper)] = "/v1"',
    'a validator may change prefix',
  ],
  [
    'configuration',
    '    model_config = {"str_to_upper": True}\n    prefix: str = "/v1"',
    'the configuration of Settings may change prefix',
  ],
  ['no default', '    prefix: str', 'the setting prefix has no default'],
])('a default that is not certain is marked: %s', (_name, text, reason) => {
  const head = `from pathlib import Path\nfrom typing import Annotated\nfrom pydantic import BeforeValidator\n${SETTINGS}`;
  const found = endpoint(head + body(text), DIRECT);
  expect(found).toMatchObject({ path: '{?}', unresolved: reason });
  expect(found).not.toHaveProperty('settings');
});

test('what the settings are made with counts first', () => {
  const made = (args: string) =>
    endpoint(
      `${SETTINGS}class Settings(BaseSettings):\n    prefix: str = "/v1"\nsettings = Settings(${args})\n`,
      DIRECT,
    );
  expect(made('prefix="/given"')).toMatchObject({ path: '/given/a' });
  expect(made('prefix="/given"')).not.toHaveProperty('settings');
  expect(made('**more')).toMatchObject({ path: '{?}' });
});

const NESTED = `${SETTINGS}class Ui(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_UI_")
    base: str = Field(default="/", validation_alias=AliasChoices(AliasPath("base"), "shop_ui_base", "shop_base"))
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")
    ui: Ui = Field(default_factory=Ui)
`;
const OBJECT = `class Setting:
    def __init__(self, name): ...
    def value(self): ...
    def named(self): ...
`;
const GETTER = 'def __getattr__(name: str) -> Setting:\n    return find(Settings, name)\n';

test('settings in settings', () =>
  expect(
    endpoint(
      `${NESTED}settings = Settings()\n`,
      'prefix = shop.settings.settings.ui.base.rstrip("/") + "/x"',
    ),
  ).toMatchObject({ path: '/x/a', settings: [{ name: 'base', default: '/' }] }));

test.each([
  ['of the module', 'prefix = shop.settings.SHOP_BASE.value()'],
  ['imported', 'from shop.settings import SHOP_UI_BASE\nprefix = SHOP_UI_BASE.value()'],
  ['imported relatively, under another name', 'from .settings import SHOP_BASE as B\nprefix = B.value()'],
])(
  'a name that the module gives by __getattr__ stands for the field that its variable sets: %s',
  (_name, main) =>
    expect(endpoint(NESTED + OBJECT + GETTER, main)).toMatchObject({
      path: '//a',
      settings: [{ default: '/', file: 'shop/settings.py', line: 5 }],
    }),
);

test.each([
  ['no __getattr__', NESTED + OBJECT, 'SHOP_BASE.value()'],
  [
    'it does not name the settings',
    `${NESTED}${OBJECT}def __getattr__(name) -> Setting:\n    return 1\n`,
    'SHOP_BASE.value()',
  ],
  [
    'it does not say what it returns',
    `${NESTED}${OBJECT}def __getattr__(name):\n    return find(Settings, name)\n`,
    'SHOP_BASE.value()',
  ],
  ['no field has it', NESTED + OBJECT + GETTER, 'SHOP_UI_OTHER.value()'],
  ['another method', NESTED + OBJECT + GETTER, 'SHOP_BASE.named()'],
  ['arguments', NESTED + OBJECT + GETTER, 'SHOP_BASE.value(1)'],
  ['two fields have it', `${NESTED}    base: str = "/other"\n${OBJECT}${GETTER}`, 'SHOP_BASE.value()'],
  [
    'a field whose variable is not known may have it',
    `${NESTED}    more: "More"\nclass More(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix=PREFIX)\n    base: str = "/other"\n${OBJECT}${GETTER}`,
    'SHOP_BASE.value()',
  ],
  [
    'a validator',
    `${NESTED.replace('class Settings', '    @field_validator("base")\n    def check(cls, v): return v\nclass Settings')}${OBJECT}${GETTER}`,
    'SHOP_BASE.value()',
  ],
  [
    'the settings around assign it',
    `${NESTED}    @model_validator(mode="after")\n    def late(self):\n        self.ui.base = "/x"\n        return self\n${OBJECT}${GETTER}`,
    'SHOP_BASE.value()',
  ],
])('what is not certain of such a name stays marked: %s', (_name, settings, asked) =>
  expect(endpoint(settings, `prefix = shop.settings.${asked}`)).toMatchObject({ path: '{?}' }),
);

test.each([
  ['os.getenv("X", "/v1")', 'import os'],
  ['os.environ.get("X", "/v1")', 'import os'],
  ['config("X", default="/v1")', 'from decouple import config'],
  ['config("X", default="/v1", cast=str)', 'from decouple import config'],
  ['config("X", "/v1", str)', 'from decouple import config'],
  ['env("X", default="/v1")', 'import environ\nenv = environ.Env()'],
  ['env.str("X", "/v1")', 'from environs import Env\nenv = Env()'],
  ['env("X", "/v1")', 'from environs import Env\nenv = Env()'],
  ['config("X", str, "/v1")', 'from starlette.config import Config\nconfig = Config(".env")'],
  [
    'config("X", default=DEFAULT)',
    'from starlette.config import Config\nconfig = Config(".env")\nDEFAULT = "/v1"',
  ],
])('a variable of the environment with a default: %s', (call, head) =>
  expect(endpoint('', `${head}\nprefix = ${call}`)).toMatchObject({
    path: '/v1/a',
    settings: [{ name: 'X', default: '/v1', file: 'shop/main.py' }],
  }),
);

test.each([
  ['os.getenv("X")', 'import os'],
  ['config("X", default="/v1", cast=Path)', 'from decouple import config'],
  ['config("X", Path, "/v1")', 'from starlette.config import Config\nconfig = Config()'],
  ['env.list("X", "/v1")', 'from environs import Env\nenv = Env()'],
  ['config("X", **more)', 'from decouple import config'],
])('a variable without a default that is a text is marked: %s', (call, head) =>
  expect(endpoint('', `${head}\nprefix = ${call}`)).toMatchObject({ path: '{?}' }),
);

test('pydantic 1: names of variables in Field and Config', () => {
  const old = (text: string) =>
    endpoint(`from pydantic import BaseSettings, Field\n${body(text)}`, DIRECT).settings?.map(
      ({ name }) => name,
    );
  expect(old('    prefix: str = Field("/v1", env="API_PREFIX")')).toEqual(['API_PREFIX']);
  expect(old('    prefix: str = "/v1"\n    class Config:\n        env_prefix = "SHOP_"')).toEqual([
    'SHOP_prefix',
  ]);
  expect(old('    prefix: str = "/v1"\n    class Config:\n        env_prefix = compute()')).toEqual([
    'Settings.prefix',
  ]);
});

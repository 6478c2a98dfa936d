import { schemasOf } from '../../testing/models';

const schemas = schemasOf({
  'base.py': [
    'from sqlalchemy import Column, Integer, DateTime, func',
    'from sqlalchemy.orm import DeclarativeBase, declared_attr, mapped_column',
    'import re',
    'class Base(DeclarativeBase):',
    '    @declared_attr',
    '    def __tablename__(cls):',
    '        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()',
    'class Stamped:',
    '    created = Column(DateTime, server_default=func.now(), nullable=False)',
  ],
  'models.py': [
    'import enum',
    'from typing import Annotated, Optional',
    'from sqlalchemy import Column, Enum, ForeignKey, Index, Integer, String, Table, UniqueConstraint',
    'from sqlalchemy.orm import Mapped, mapped_column, relationship',
    'from .base import Base, Stamped',
    'key = Annotated[int, mapped_column(primary_key=True)]',
    'class Level(enum.Enum):',
    '    LOW = "low"',
    'class UserAccount(Stamped, Base):',
    '    """An account."""',
    '    id: Mapped[key]',
    '    email: Mapped[str] = mapped_column(String(80), unique=True)',
    '    nick: Mapped[Optional[str]]',
    '    level: Mapped[Level]',
    '    team_id = Column("team", ForeignKey("teams.id", ondelete="CASCADE"), index=True)',
    '    team = relationship("Team", back_populates="members")',
    '    friends: Mapped[list["UserAccount"]] = relationship(secondary="friends")',
    'class Team(Base):',
    '    __tablename__ = "teams"',
    '    __table_args__ = (UniqueConstraint("name", "city"), Index("ix", "city"), {"schema": "main"})',
    '    id = Column(Integer, primary_key=True)',
    '    name = Column(String, nullable=False)',
    '    city = Column(String(20))',
    '    members = relationship(UserAccount)',
    'class Admin(UserAccount):',
    '    rights: Mapped[int]',
    'friends = Table("friends", Base.metadata, Column("a", Integer, ForeignKey(UserAccount.id), primary_key=True))',
  ],
});

test('columns are properties; what null means, and what is required', () =>
  expect(schemas['shop.models.UserAccount']).toMatchObject({
    title: 'UserAccount',
    description: 'An account.',
    properties: {
      created: { type: 'string', format: 'date-time' },
      id: { type: 'integer' },
      email: { type: 'string', maxLength: 80 },
      nick: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      level: { $ref: 'shop.models.Level' },
    },
    required: ['email', 'level'],
  }));

test('the table: keys, uniqueness, indexes, relationships', () =>
  expect(schemas['shop.models.UserAccount']['x-ufc-table']).toEqual({
    name: 'user_account',
    columns: [
      { name: 'created', type: 'DateTime', nullable: false, hasDefault: true },
      { name: 'id', type: 'Integer', nullable: false },
      { name: 'email', type: 'String(80)', nullable: false },
      { name: 'nick', type: 'String', nullable: true },
      { name: 'level', type: 'Enum(Level)', nullable: false },
      { name: 'team', attribute: 'team_id', type: 'Integer', nullable: true },
    ],
    primaryKey: ['id'],
    foreignKeys: [{ columns: ['team'], references: ['teams.id'], onDelete: 'CASCADE' }],
    unique: [['email']],
    indexes: [{ columns: ['team'], unique: false }],
    relationships: [
      { name: 'team', target: { $ref: 'shop.models.Team' }, backPopulates: 'members' },
      { name: 'friends', target: { $ref: 'shop.models.UserAccount' }, many: true, secondary: 'friends' },
    ],
  }));

test('arguments of the table, association tables, and tables of a base', () => {
  expect(schemas['shop.models.Team']['x-ufc-table']).toMatchObject({
    name: 'teams',
    schema: 'main',
    unique: [['name', 'city']],
    indexes: [{ name: 'ix', columns: ['city'], unique: false }],
    relationships: [{ name: 'members', target: { $ref: 'shop.models.UserAccount' } }],
  });
  expect(schemas['shop.models.friends']['x-ufc-table']).toMatchObject({
    name: 'friends',
    primaryKey: ['a'],
    foreignKeys: [{ columns: ['a'], references: ['user_account.id'] }],
  });
  expect(schemas['shop.models.Admin']['x-ufc-table']).toMatchObject({
    columns: [{ name: 'rights' }],
    inherits: { $ref: 'shop.models.UserAccount' },
  });
  expect(schemas).not.toHaveProperty(['shop.base.Base']);
});

test('SQLModel: fields are columns, relationships are no fields', () => {
  const { 'shop.heroes.Hero': hero, 'shop.heroes.HeroBase': base } = schemasOf({
    'heroes.py': [
      'from typing import Optional',
      'from sqlmodel import Field, Relationship, SQLModel',
      'class HeroBase(SQLModel):',
      '    name: str = Field(index=True)',
      'class Team(SQLModel, table=True):',
      '    id: Optional[int] = Field(default=None, primary_key=True)',
      '    heroes: list["Hero"] = Relationship(back_populates="team")',
      'class Hero(HeroBase, table=True):',
      '    id: Optional[int] = Field(default=None, primary_key=True)',
      '    team_id: Optional[int] = Field(default=None, foreign_key="team.id")',
      '    team: Optional[Team] = Relationship(back_populates="heroes")',
    ],
  });
  expect(base).not.toHaveProperty('x-ufc-table');
  expect(hero).toMatchObject({
    required: ['name'],
    properties: { id: { anyOf: [{ type: 'integer' }, { type: 'null' }], default: null, title: 'Id' } },
    'x-ufc-table': {
      name: 'hero',
      columns: [
        { name: 'name', type: 'String', nullable: false },
        { name: 'id', type: 'Integer', nullable: false },
        { name: 'team_id', nullable: true },
      ],
      primaryKey: ['id'],
      foreignKeys: [{ columns: ['team_id'], references: ['team.id'] }],
      indexes: [{ columns: ['name'], unique: false }],
      relationships: [
        { name: 'team', target: { $ref: 'shop.heroes.Team' }, many: false, backPopulates: 'heroes' },
      ],
    },
  });
  expect(Object.keys(hero.properties as object)).toEqual(['name', 'id', 'team_id']);
});

test('a column without a type has that of the column that its foreign key refers to, also around a circle', () => {
  const made = schemasOf({
    'keys.py': [
      'from sqlalchemy import Column, ForeignKey, Integer, String',
      'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column',
      'class Base(DeclarativeBase): ...',
      'class Parent(Base):',
      '    __tablename__ = "parent"',
      '    code = Column(String(8), primary_key=True)',
      '    best = Column(ForeignKey("child.id"))',
      'class Child(Base):',
      '    __tablename__ = "child"',
      '    id: Mapped[int] = mapped_column(primary_key=True)',
      '    parent_code: Mapped[str] = mapped_column(ForeignKey("parent.code"))',
      '    lost = Column(ForeignKey("nowhere.id"))',
      '    own = Column(ForeignKey("child.own"))',
    ],
  });
  const types = (name: string) =>
    (
      made[`shop.keys.${name}`]['x-ufc-table'] as { columns: { name: string; type: string | null }[] }
    ).columns.map((one) => `${one.name} ${one.type}`);
  expect(types('Parent')).toEqual(['code String(8)', 'best Integer']);
  expect(types('Child')).toEqual(['id Integer', 'parent_code String(8)', 'lost null', 'own null']);
});

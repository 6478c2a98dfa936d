import { extractFacts } from '../python/facts';
import { decodeSource } from '../python';
import { onlyCallsPbr } from './pbr';

test.each([
  ['import setuptools\nsetuptools.setup(setup_requires=["pbr>=2"], pbr=True)\n', true],
  ['from setuptools import setup\nsetup(pbr=True)\n', true],
  ['from setuptools import setup\nsetup(pbr=True, ext_modules=[x])\n', false],
  ['from setuptools import setup\nsetup(pbr=True, **more)\n', false],
  ['from setuptools import setup\nsetup(setup_requires=["pbr"])\n', false],
])('%j only calls pbr: %s', (code, expected) => {
  expect(onlyCallsPbr(extractFacts(decodeSource('setup.py', Buffer.from(code))))).toBe(expected);
});

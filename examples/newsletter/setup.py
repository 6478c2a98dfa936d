"""Packaging from the time before pyproject.toml."""

import os
import re

from setuptools import find_packages, setup

HERE = os.path.dirname(__file__)


def read(*parts):
    with open(os.path.join(HERE, *parts), encoding="utf-8") as source:
        return source.read()


VERSION = re.search(r'^__version__ = "([^"]+)"', read("src", "newsletter", "__init__.py"), re.M).group(1)

setup(
    name="newsletter",
    version=VERSION,
    description="Subscriptions to a newsletter, with double opt-in.",
    long_description=read("README.md"),
    long_description_content_type="text/markdown",
    package_dir={"": "src"},
    packages=find_packages("src"),
    package_data={"newsletter": ["templates/*.html"]},
    python_requires=">=3.10",
    install_requires=["flask>=3.0", "click>=8.1"],
    extras_require={"test": ["pytest>=8"]},
    entry_points={"console_scripts": ["newsletter = newsletter.cli:cli"]},
)

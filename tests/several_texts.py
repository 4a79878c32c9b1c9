"""The trial site whose three texts speak of each other: `several_texts/`, to be read and added to."""

from pathlib import Path

ROOT = Path(__file__).with_name("several_texts")

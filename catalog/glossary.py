"""The glossary: words of the field with their English names. Where a word is used is not declared; it is found."""

from pydantic import Field

from catalog.declared import Model


class Word(Model):
    """One word, in Chinese and in English."""

    zh: tuple[str, ...] = Field(min_length=1, description="The word, and others for the same.")
    english: str
    meaning: str = Field(description="In one English phrase.")
    names: tuple[str, ...] = Field(min_length=1, description="What declarations and tables call it; longer names that hold one of these between _ count too.")
    clause: str


class Glossary(Model):
    """What catalog/glossary.yml declares."""

    words: tuple[Word, ...]

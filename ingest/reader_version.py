"""The version of the reader: raised whenever the same bytes would be read otherwise than before, so that they are read again."""

READER_VERSION = "5"
FORMATS = ("xlsx", "xlsx-strict", "xlsm", "xls", "et", "csv", "html", "json")  # those that are read; with each that is added, refused files are tried again

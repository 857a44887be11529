"""The words about published versions."""

HEADERS = ("", "版本", "按哪一天", "表", "未能发布的")
CURRENT = "→ 现在看到的"
GONE = "文件不在"
UNKNOWN = "没有发布过以“{version}”开头的版本。"
SEVERAL = "以“{version}”开头的版本不止一个，多写几位。"
SHOWS = "现在看到的是 {version}"

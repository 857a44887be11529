"""How it looks: one blue on white, colour only where somebody must act; the same on the wall, dark."""

from pathlib import Path

BRAND = Path(__file__).parent / "brand"
NAME = "包头市人民调解数据"
FONT = "'Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','WenQuanYi Micro Hei',sans-serif"
ECHARTS = {"textStyle": {"fontFamily": FONT}, "animation": False, "legend": {"selector": False}}

LIGHT = {
    "brandAppName": NAME,
    "brandLogoAlt": NAME,
    "brandLogoUrl": "/brand/logo.svg",
    "brandLogoHref": "/superset/dashboard/city/",
    "brandLogoHeight": "30px",
    "brandLogoMargin": "10px 0",
    "brandSpinnerSvg": (BRAND / "spinner.svg").read_text(encoding="utf-8"),
    "fontUrls": [],
    "fontFamily": FONT,
    "fontSize": 14,
    "fontSizeXS": "12",
    "fontSizeSM": 13,
    "fontWeightStrong": "600",
    "borderRadius": 4,
    "borderRadiusLG": 6,
    "borderRadiusSM": 3,
    "colorPrimary": "#1D4E89",
    "colorLink": "#1D4E89",
    "colorInfo": "#1D4E89",
    "colorSuccess": "#1E8477",
    "colorWarning": "#B7791F",
    "colorError": "#B5342B",
    "colorBgLayout": "#F3F5F8",
    "colorText": "#1F2A37",
    "colorTextSecondary": "#4A5666",
    "colorTextTertiary": "#667281",
    "colorBorder": "#CBD3DC",
    "colorBorderSecondary": "#E3E8ED",
    "colorSplit": "#E3E8ED",
    "colorPrimaryBg": "#E6EEF6",
    "colorPrimaryBgHover": "#D6E4F2",
    "controlItemBgActive": "#E6EEF6",
    "transitionTiming": 0,
    "motion": False,
    "echartsOptionsOverrides": ECHARTS,
}

WALL = LIGHT | {
    "colorPrimary": "#5B9BD9",
    "colorLink": "#7FB2E5",
    "colorInfo": "#6FB1F0",
    "colorSuccess": "#35B5A2",
    "colorWarning": "#E9BD45",
    "colorError": "#F0685C",
    "colorBgBase": "#0B1826",
    "colorBgLayout": "#0B1826",
    "colorBgContainer": "#12243A",
    "colorBgElevated": "#182D47",
    "colorText": "#EAF0F6",
    "colorTextSecondary": "#B9C7D6",
    "colorTextTertiary": "#90A3B8",
    "colorBorder": "#2B4361",
    "colorBorderSecondary": "#20364F",
    "colorSplit": "#20364F",
    "colorPrimaryBg": "#1B3553",
    "colorPrimaryBgHover": "#22486F",
    "controlItemBgActive": "#1B3553",
}
WALL_NAME = "大屏"

CATEGORIES = [
    {
        "id": "fq_calm",
        "label": "沉静五色",
        "description": "",
        "isDefault": True,
        "colors": ["#1D4E89", "#5B9BD9", "#A0522D", "#E3B778", "#6B7785"],
    }
]
SEQUENCES = [
    {
        "id": "fq_blues",
        "label": "沉静蓝",
        "description": "",
        "isDefault": True,
        "isDiverging": False,
        "colors": ["#E6EEF6", "#C2D7EA", "#8FB7DA", "#2B6CA6", "#1D4E89"],
    }
]

NUMBERS = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["¥", ""]}
MONTHS = [f"{number}月" for number in range(1, 13)]
WEEK = "日一二三四五六"
TIMES = {
    "dateTime": "%Y年%-m月%-d日 %H:%M",
    "date": "%Y年%-m月%-d日",
    "time": "%H:%M",
    "periods": ["上午", "下午"],
    "months": MONTHS,
    "shortMonths": MONTHS,
    "days": [f"星期{day}" for day in WEEK],
    "shortDays": [f"周{day}" for day in WEEK],
}

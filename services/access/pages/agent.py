"""What a browser calls itself, in words its owner knows: the browser and the system it runs on."""

# The first that is found counts: nearly all of them call themselves Chrome and Safari as well.
BROWSERS = {
    "MicroMessenger": "微信", "Edg": "Edge", "QIHU": "360浏览器", "360": "360浏览器", "QQBrowser": "QQ浏览器",
    "UOSBrowser": "统信浏览器", "Qaxbrowser": "奇安信浏览器", "Firefox": "火狐", "Chrom": "Chrome", "Safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "Windows": "Windows", "Android": "安卓", "HarmonyOS": "鸿蒙", "iPhone": "iPhone", "iPad": "iPad", "Mac OS": "Mac",
    "UOS": "统信", "Kylin": "麒麟", "Linux": "Linux",
}  # fmt: skip
UNKNOWN = "不明的浏览器"


def agent(written: str) -> str:
    """Give the browser and the system a User-Agent header names."""
    found = [next((name for mark, name in known.items() if mark in written), "") for known in (BROWSERS, SYSTEMS)]
    return "，".join(filter(None, found)) or UNKNOWN

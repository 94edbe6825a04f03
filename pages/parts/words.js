/* Streamlit's own words in Chinese: it speaks only English, so what it draws is translated as it appears.
   Loaded before Streamlit. Our own text, the cells of tables and the options of boxes are never touched. */
"use strict";

// What its front end asks about itself: where its server is (left alone it tries below the page's address first, two
// errors on every deep link), and in which language to write months and numbers.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin };
Object.defineProperty(navigator, "language", { get: () => "zh-CN" });

// One library of its front end tries WebAssembly, which our policy forbids as it does eval, and does well without.
delete window.WebAssembly;

// A page whose person was signed out goes to the sign-in; one whose rights changed begins anew and says so. The gate
// closes its connection for it, or lets none be opened.
const SAID = "rights changed";
function ended() {
  const here = location.pathname + location.search;
  location.replace(`/sign-in?ended=1&next=${encodeURIComponent(here)}`);
}
async function closed({ code }) {
  if (code === 4401) return ended();
  if (code === 4403) {
    sessionStorage.setItem(SAID, "1");
    return location.replace("/");
  }
  const answer = await fetch("/_stcore/host-config").catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) ended();
}
window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("close", closed);
  }
};
addEventListener("DOMContentLoaded", () => {
  if (!sessionStorage.getItem(SAID)) return;
  sessionStorage.removeItem(SAID);
  const word = document.createElement("dialog");
  word.className = "rights-changed";
  word.textContent = "账号的权限有变化，已按现在的权限重新打开。";
  word.onclick = () => word.remove();
  document.body.append(word);
  word.show();
});

// A file is taken without a tab of its own for it.
addEventListener("click", (event) => {
  const link = event.composedPath().find((each) => each.matches?.('a[href^="/export/"]'));
  if (link) link.target = "_self";
}, true);

const WORDS = new Map(Object.entries({
  // Connection and state of the page
  "Connection error": "与服务器的连接断了",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
    "服务器没有应答，正在自动重连。如果一直连不上，请告诉维护人员。",
  "streamlit run yourscript.py": "页面上已有的内容可以继续看。",
  "Streamlit server is not responding. Are you connected to the internet?":
    "服务器没有应答，正在自动重连。如果一直连不上，请检查网络，或者告诉维护人员。",
  "Connection timed out.": "连接超时，正在自动重连。",
  "Connection lost. Please wait for the app to reconnect, then try again.": "连接断了。请等页面自动重连后再试。",
  "Connecting": "正在连接", "Connecting to Streamlit server": "正在连接服务器",
  "Unable to connect to Streamlit server": "连不上服务器", "Error": "出错", "Error:": "出错：", "Network error": "网络出错",
  "Network issue": "网络出错", "Running...": "正在更新", "Stop": "停止", "Stopping...": "正在停止",
  "Please wait...": "请稍候", "Loading...": "正在读取", "Notifications": "提示", "File change.": "程序已更新。",
  "Page not found": "没有这个页面", "Bad message format": "页面没有读懂服务器的应答",
  "Script execution error": "页面出错", "No message": "没有说明",
  // Menu, dialogs, buttons
  "Main menu": "菜单", "Rerun": "刷新", "Always rerun": "总是刷新", "Auto rerun": "自动刷新", "Print": "打印",
  "Settings": "设置", "About": "关于", "Theme": "颜色", "Light": "浅色", "Dark": "深色", "System": "跟随系统",
  "Use system setting": "跟随系统", "Record screen": "录屏", "Record a screencast": "录屏",
  "Clear cache": "清除缓存", "Clear caches": "清除缓存", "Cancel": "取消", "Close": "关闭", "Done": "完成",
  "Dismiss": "关闭", "Copy": "复制", "Copied": "已复制", "Copy to clipboard": "复制", "Help": "说明",
  "Link to heading": "到这一节的链接", "Expander": "可展开的部分",
  "Skip to main content": "跳到正文", "Download failed": "下载没有成功",
  // Boxes for text, numbers and choices
  "Press Enter to apply": "按回车确定", "Press Enter to submit form": "按回车提交",
  "Press Ctrl+Enter to apply": "按 Ctrl+回车确定", "Clear entry": "清除", "Clear value": "清除", "Clear all": "全部清除",
  "Increment": "加", "Decrement": "减", "Invalid input.": "写法不对。", "This field is required.": "这一项要填。",
  "Number is above the allowed range.": "超过了最大值。", "Number is below the allowed range.": "小于最小值。",
  "Choose an option": "选一项", "Choose options": "选一项或几项", "Choose or add an option": "选一项，或者写新的",
  "No results": "没有匹配的", "No options to select": "没有可选的", "Open": "展开", "Select all": "全选",
  "Selected values": "已选的", "Selectbox": "选择框", "Selectbox options": "可选的", "Multiselect": "多选框",
  "Multiselect options": "可选的", "Show suggestions": "展开", "Suggestions": "可选的",
  // Days
  "Choose date": "选日期", "Choose date range": "选起止日期", "Clear date": "清除日期", "Select...": "选一项",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键选日期，回车确定，退出键关闭。",
  "Previous month": "上个月", "Next month": "下个月", "Previous year": "上一年", "Next year": "下一年",
  "yyyy": "年", "mm": "月", "dd": "日", "Empty": "没有填",
  // Files
  "Upload": "选择文件", "Drag and drop a file here": "把文件放在这里", "Drag and drop files here": "把文件放在这里",
  "Add files": "再加文件", "Upload failed": "没有传上来", "Too many files": "一次只能传一个文件",
  "Click to retry upload": "点这里重传", "Error uploading file": "没有传上来", "file upload": "选择文件", "add icon": "再加文件",
  // Tables
  "Fullscreen": "全屏", "Close fullscreen": "退出全屏", "Download as CSV": "下载为 CSV", "Search": "查找",
  "Show/hide columns": "显示或隐藏列", "Clear selection": "取消选中", "Scrollable table": "可以左右滚动的表格",
  "Type to search": "输入要找的字", "Previous Result": "上一处", "Next Result": "下一处", "Close Search": "关闭查找",
  "Dataframe column menu": "列菜单", "Copy column name": "复制列名", "Sort ascending": "升序", "Sort descending": "降序",
  "Statistics": "统计", "Format": "格式", "Autosize": "自动列宽", "Pin column": "固定这一列",
  "Unpin column": "取消固定", "Hide column": "隐藏这一列", "Visibility": "显示", "Automatic": "自动", "Localized": "本地写法",
  "Plain": "不分节", "Compact": "简写", "Dollar": "美元", "Euro": "欧元", "Yen": "日元", "Percent": "百分比",
  "Scientific": "科学记数", "Accounting": "会计记法", "Bytes": "字节", "Distance": "距今", "Calendar": "日历",
  "Duration": "时长", "Count": "个数", "Values": "有值", "Distinct": "不重复", "Minimum": "最小", "Maximum": "最大",
  "Average": "平均", "Median": "中位数", "Sum": "合计", "Standard deviation": "标准差", "Range": "范围",
  "Minimum length": "最短", "Maximum length": "最长", "Average length": "平均长度", "Based on sample": "按样本统计",
  "True": "是", "False": "否", "None": "无", "No data": "没有数据", "Failed to load data": "没有读到数据",
  "(index)": "行号", "text": "文字", "number": "数", "date": "日期", "datetime": "时间", "checkbox": "是否", "list": "列表",
  "Distribution histogram": "分布图", "Top values frequency chart": "最多的几个值",
  "True/false distribution chart": "是与否的分布",
}));

const SENTENCES = [
  [/^Running (.+)\.\.\.$/, "正在更新"],
  [/^Connection failed with status (\d+).*$/s, "服务器没有正常应答（$1），正在自动重连。"],
  [/^Cannot connect to Streamlit.*$/s, "服务器不接受这个地址的访问。请告诉维护人员。"],
  [/^.*page.* requested.*Running the app's main page\.$/s, "没有这个页面，或者没有看它的权限，已回到首页。"],
  [/^.*requested page.*Running the app's main page\.$/s, "没有这个页面，或者没有看它的权限，已回到首页。"],
  [/^(\S+?) ?([KMG]B) per file$/, "或拖到这里。可以是 .xlsx .xlsm .xls .et .csv .tsv，不超过 $1 $2"],
  [/^File is larger than (\S+?) ?([kKmMgG][bB]|bytes)$/, (_, size, unit) => `文件超过 ${size} ${unit.toUpperCase()}`],
  [/^File must be (.+) or smaller\.$/, "文件不能超过 $1。"],
  [/^.* files are not allowed\.$/, "不能上传这种文件"],
  [/^(?:Remove|Delete) (.+)$/, "移除 $1"],
  [/^Cancel upload of (.+)$/, "取消上传 $1"],
  [/^Add: (.+)$/, "新写：$1"],
  [/^Select (\d+) matches$/, "选中匹配的 $1 项"],
  [/^Help for (.+)$/, "$1的说明"],
  [/^(\d+) options? available\.$/, "有 $1 个可选的"],
  [/^(.+), selected$/, "$1，已选中"],
  [/^(\d+) results?$/, "$1 处"],
  [/^over 1000$/, "1000 多处"],
  [/^(\d+) of (?:(\d+) results?|over 1000)$/, (_, place, all) => `第 ${place} 处，共 ${all ?? "1000 多"} 处`],
  [/^(Fullscreen|Close fullscreen|Download as CSV|Search|Show\/hide columns|Clear selection): (.+)$/,
    (_, action, table) => `${WORDS.get(action)}：${table}`],
  [/^(?:Error: )?Number is .* allowed range\. Please enter a value between (\S+) and (\S+)\.$/, "要在 $1 到 $2 之间。"],
  [/^(?:Error: )?Number is .* allowed range\. Please enter a value less than or equal to (\S+)\.$/, "不能大于 $1。"],
  [/^(?:Error: )?Number is .* allowed range\. Please enter a value greater than or equal to (\S+)\.$/, "不能小于 $1。"],
  [/^Error: Date set outside allowed range\. Please select a date between (\S+) and (\S+)\.$/, "日期要在 $1 到 $2 之间。"],
  [/^Choose date(?: range)?, (.+)$/, "选日期，$1"],
  [/^Selected Date: (\w+) (\d+), (\d+)$/, (_, month, day, year) => `已选${year}年${MONTHS.indexOf(month) + 1}月${day}日`],
  [/^(day|month|year), ?(.*)$/, (_, part, label) => `${label ? `${label}，` : ""}${PARTS[part]}`],
  [/^(\d+) – (\w+)$/, (text, number, month) => (MONTHS.includes(month) ? `${number}月` : text)],
  [/^(Distribution histogram|Top values frequency chart|True\/false distribution chart): (.+)$/s,
    (_, chart, values) => `${WORDS.get(chart)}：${values}`],
];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const PARTS = { day: "日", month: "月", year: "年" };
const ATTRIBUTES = ["aria-label", "title", "placeholder", "aria-valuetext", "aria-roledescription", "alt"];
const OURS = "[data-testid=stHtml], canvas, [role=gridcell], style, script";
const ENGLISH = /[A-Za-z]{2}/;

/** Give the Chinese for one of Streamlit's texts, null for any other. */
function chinese(text) {
  const found = WORDS.get(text);
  if (found) return found;
  for (const [pattern, words] of SENTENCES) if (pattern.test(text)) return text.replace(pattern, words);
  return null;
}

function readText(node) {
  const text = node.nodeValue;
  if (!ENGLISH.test(text) || node.parentElement?.closest(OURS)) return;
  const words = chinese(text.trim());
  if (words && words !== text) node.nodeValue = words;
}

function readAttribute(element, name) {
  const text = element.getAttribute(name);
  if (!text || !ENGLISH.test(text) || element.closest(OURS)) return;
  const words = chinese(text.trim());
  if (words && words !== text) element.setAttribute(name, words);
}

function readAll(root) {
  if (root.nodeType === Node.TEXT_NODE) return readText(root);
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(OURS)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) readText(node);
    else for (const name of ATTRIBUTES) readAttribute(node, name);
  }
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(readAll);
    else if (change.type === "characterData") readText(change.target);
    else readAttribute(change.target, change.attributeName);
  }
}).observe(document.documentElement, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});

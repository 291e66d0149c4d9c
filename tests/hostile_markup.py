"""Strings made to run in a page, to leave a template or a file format, or to break a page's shape."""

from __future__ import annotations

from hostile_strings import FORGERIES, SEQUENCES, SURROGATES, UNSEEN

# What a template that took a text for its own would make of the words in braces below.
ANSWER = "zqzqzq"

SCRIPTS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea></script><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror='alert(1)'>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover=alert(1) x='",
    "`onfocus=alert(1) autofocus`",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<base href='http://elsewhere.invalid/'>",
    "<meta http-equiv=refresh content='0;url=http://elsewhere.invalid/'>",
    "<link rel=stylesheet href=http://elsewhere.invalid/a.css>",
    "<style>*{background:url(http://elsewhere.invalid/b)}</style>",
    "<form action=http://elsewhere.invalid/><button>go",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<plaintext>",
    "<!--",
    "-->",
    "<![CDATA[ x ]]>",
    "]]>",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\\u003cscript\\u003ealert(1)",
    "'; alert(1); //",
    "${alert(1)}",
    "\u2028alert(1)\u2029",
    "*/alert(1)/*",
    "</ScRiPt\u0000>",
]

ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " \x01javascript:alert(1)",
    "javascript://elsewhere.invalid/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//elsewhere.invalid/a",
    "file:///etc/passwd",
    "http://[",
    "http://elsewhere.invalid/\" onclick=alert(1) x=\"",
    "http://elsewhere.invalid/<script>alert(1)</script>",
    "https://user:secret@elsewhere.invalid/?a=1&copy=2&lt=3#<b>",
    "http://elsewhere.invalid/ a b\nc",
]  # fmt: skip

TEMPLATES = [
    "{{ 'zq' * 3 }}",
    "{{ 'zq' | append: 'zq' | append: 'zq' }}",
    "{% raw %}",
    "{% endraw %}{{ 'zq' * 3 }}",
    "{% for x in y %}",
    "{# a comment #}",
    "#{'zq' * 3}",
    "<%= 'zq' * 3 %>",
    "{:.x onclick='alert(1)'}",
    "{::nomarkdown}<script>alert(1)</script>{:/}",
    "%(a)s {0} {question} %s",
]

MARKDOWN = [
    "[x](javascript:alert(1))",
    "![x](http://elsewhere.invalid/dot.gif)",
    "[x]: http://elsewhere.invalid/",
    "# not a heading | a | b",
    "```\nfence\n```",
    "* * *",
    "1. one\n2. two",
    "[^1] and $$x$$",
    "<http://elsewhere.invalid/>",
]

FORMATS = [
    "---",
    "---\ntitle: another\n---",
    "key: value",
    "- item",
    "!!python/object/apply:os.system [id]",
    "&anchor *alias",
    "%YAML 1.1",
    "@at `tick` | bar > more",
    "no",
    "2031-05-06",
    "=HYPERLINK(1)",
    'a,"b";c\td',
    '{"a": [1, 2',
    "\\",
    '\\"',
    "null",
]

PATHS = [
    "../../x",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    ".",
    "..",
    "a/b",
    "~",
    "%2e%2e%2fx",
    "index.html",
    "%",
    "?#",
]

SHAPES = [
    "x" * 300,
    "wide " * 60,
    "\u202eneddih\u202c",
    "مرحبا بالعالم",
    "שלום, אורסה",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Z̷̢̧̛̛̛̝̥" + "\u0301" * 60,
    "e\u0301 ﬁ Ⅷ ＡＢ",
    "\u200b",
    "\u00a0",
    "\ufeffmark",
    "\u00ad" * 20 + "soft",
    "漢字かな混じり文" * 12,
    "\ufffe\uffff",
]

CONTROLS = ["a\x00b", "\x00", "a\x01\x07\x08b", "a\x1bb", "a\x7f\x85b", "a\r\nb\rc"]

PERILOUS = [
    *SCRIPTS,
    *ADDRESSES,
    *TEMPLATES,
    *MARKDOWN,
    *FORMATS,
    *PATHS,
    *SHAPES,
    *CONTROLS,
    *SEQUENCES[:4],
    *FORGERIES[:3],
    *UNSEEN[:3],
    *SURROGATES,
]

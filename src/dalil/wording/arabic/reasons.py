"""Why git cannot give a state of the project, in Arabic."""

from __future__ import annotations

GIT: dict[str, str] = {
    "git-missing": "git غير مثبّت، وبه تُقارن أحوال المشروع: https://git-scm.com/downloads",
    "git-owner": (
        "المجلد {folder} لمستخدم آخر على هذا الجهاز، فلا يقرأ git شيئا مما فيه. فإن كنت تثق بما فيه فقل ذلك بالأمر: "
        "`git config --global --add safe.directory {quoted}`"
    ),
    "git-bare": (
        "المجلد {folder} مستودع بلا ملفات، أو يشبهه، ولا يُؤخذ بإعداداته. نفّذ الأمر في نسخة منه: `git clone {quoted}`"
    ),
    "git-none": (
        "المجلد {folder} ليس في مستودع من مستودعات git، وبها تُقارن أحوال المشروع. نفّذ الأمر في نسخة من المستودع، أو "
        "ابدأ مستودعا: `git init`"
    ),
    "git-apart": (
        "يقود الملف «.git» إلى {folder} ولا مستودع هناك. إن كان المستودع قد نُقل فنفّذ فيه `git worktree repair`، "
        "وإلا فانسخه من جديد"
    ),
    "git-damaged": (
        "لا يستطيع git قراءة مستودع {folder}، ويقول: «{said}». يبحث `git fsck` عما فسد فيه، وفي نسخة جديدة كل ما أُرسل "
        "إلى الأصل"
    ),
    "git-said": "يقول git: «{said}»",
    "git-no-commits": "لا إيداع في المستودع بعد، فلا حال يُقارن بها: `git add -A` ثم `git commit`",
    "git-unknown": "لا يعرف git هنا إيداعا باسم «{name}». {remedy}",
    "git-look": "يعرض `git branch --all` و`git log --oneline` ما فيه.",
    "git-near": "لعلك تقصد «{nearest}».",
    "git-near-or": "{near} {other}",
    "git-fetch": "إن كان في المستودع البعيد فاجلبه بالأمر `{command}`",
    "git-fetch-as": "إن كان في المستودع البعيد فاجلبه بالأمر `{command}`، فيصير اسمه «{called}».",
    "git-no-commit": "ليس «{name}» إيداعا، بل نوعه عند git «{kind}». المطلوب فرع أو وسم أو إيداع",
    "git-cut": "لا يعرف git هنا إيداعا باسم «{name}»، لأن تاريخ هذه النسخة مبتور. اجلب المزيد منه: `{command}`",
    "git-cut-alone": (
        "لا يعرف git هنا إيداعا باسم «{name}»، لأن تاريخ هذه النسخة مبتور، وهي لا تعرف مستودعا آخر "
        "(`git remote add origin ADDRESS` ثم `git fetch --unshallow origin`)"
    ),
    "git-first": "لا يعرف git هنا إيداعا باسم «{name}»، لأن التاريخ يبدأ بالإيداع {commit}",
    "git-parent": "لا يعرف git هنا إيداعا باسم «{name}»، لأن عدد أصول الإيداع {commit} هو {parents}",
    "git-object": (
        "ليس لدى git هنا الكائن {object}، فالمستودع تالف. يبحث `git fsck` عما ينقصه، وفي نسخة جديدة كل ما أُرسل إلى "
        "الأصل"
    ),
    "git-object-left": (
        "ليس لدى git هنا الكائن {object}، لأن هذه النسخة أُخذت بلا بعض الملفات (--filter)، ولا يُجلب شيء من غير طلب. "
        "اجلبها بالأمر `git fetch --refetch --no-filter {remote}`"
    ),
    "git-ended": "انتهى git قبل أن يعطي كائنا كاملا، فالمستودع تالف. يبحث `git fsck` عما فسد فيه",
    "state-without-folder": "لم يكن المجلد {folder} موجودا عند الإيداع {commit}",
    "state-unread": "لا تُقرأ الحال عند الإيداع {commit}: {reason}",
    "tree-large": "ملفاتها معا أكبر من {limit} ميغابايت، وهذا أكثر مما يُقرأ",
    "tree-many": "فيها من الملفات والمجلدات ما يزيد على {limit}، وهذا أكثر مما يُقرأ",
    "tree-folder": "مجلدها {object} أكبر من {limit} ميغابايت، أو ليس مجلدا، فلا يُقرأ",
    "tree-damaged": "مجلدها {object} تالف. يبحث `git fsck` عما فسد فيه",
}

"""Why git cannot give a state of the project, and what a look-up of a source found, in Arabic."""

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

LOOKING: dict[str, str] = {
    "look-asked": "{reason} (عند طلب {asked})",
    "look-found-all": "الصفحة موجودة وفيها كل المقاطع",
    "look-found-none": "الصفحة موجودة ولا كلمات محال إليها حتى تُطلب فيها",
    "look-corrected": "الصفحة موجودة وصُحّح السجل وفقا لها",
    "look-moved-all": "انتقل إلى {address} وفيه كل المقاطع",
    "look-moved-none": "انتقل إلى {address} ولا كلمات محال إليها حتى تُطلب فيه",
    "look-passage": "«{words}» ليست فيه كما أُحيل إليها",
    "look-passage-near": "«{words}» ليست فيه كما أُحيل إليها، وأقرب ما فيه «{nearest}»",
    "look-passages": "مقاطع ليست فيه كما أُحيل إليها: {missing} من {total}",
    "look-answer": "أجاب الخادم: {answer}",
    "look-robots": "يطلب robots.txt فيه ألا تدخله البرامج",
    "look-wall": "يريد الخادم أن يرى إنسانا",
    "look-wall-answer": "يريد الخادم أن يرى إنسانا (وأجاب: {answer})",
    "look-wall-title": "يريد الخادم أن يرى إنسانا («{title}»)",
    "look-says-gone": "تقول الصفحة عن نفسها إنها غير موجودة («{title}»)",
    "look-first-page": "يقود إلى الصفحة الأولى من موقع، {address}",
    "look-door": "يقود إلى باب، كباب تسجيل الدخول، {address}",
    "look-private": "يقود إلى شبكة خاصة",
    "look-empty": "الصفحة فارغة",
    "look-no-text": "ليس نصا",
    "look-type": "لا يُبحث في الملفات من نوع {type}",
    "look-html": "لا يُقرأ ما فيه من HTML: {reason}",
    "look-pdf-library": "هو ملف PDF، ويُبحث في نصه إن ثُبّتت pypdf",
    "look-pdf-slow": "هو ملف PDF تطول قراءته أكثر من المسموح، وهو بالثواني: {seconds}",
    "look-pdf-broken": "هو ملف PDF لا يُقرأ: {reason}",
    "look-pdf-scan": "هو ملف PDF بلا نص، كالمصوَّر",
    "look-too-long": "الصفحة أطول من اللازم، وليست كل المقاطع في أولها، وهو بالميغابايت: {size}",
    "look-scripts": "لا يكاد يكون في الصفحة نص بلا برامجها",
    "look-reading-slow": "تطول قراءته أكثر من المسموح، وهو بالثواني: {seconds}",
    "look-reading-ends": "يُسقط البرنامج الذي يقرؤه",
    "look-no-address": "لا يمكن طلب هذا العنوان",
    "look-port": "لا مواقع عند المنفذ {port}",
    "look-password": "في العنوان اسم أو كلمة سر، ولا تُرسل إلى أحد",
    "look-no-name": "لا خادم بهذا الاسم (DNS)",
    "look-refused": "لا اتصال: لا أحد يجيب هناك",
    "look-unconnected": "لا اتصال: {reason}",
    "look-connecting-slow": "لم يتم الاتصال في المدة المسموحة، وهي بالثواني: {seconds}",
    "look-silent": "لم يقل الخادم شيئا في المدة المسموحة، وهي بالثواني: {seconds}",
    "look-endless": "لم ينته الجواب في المدة المسموحة، وهي بالثواني: {seconds}",
    "look-certificate": "شهادته غير موثوقة: {reason}",
    "look-certificate-expired": "شهادته انتهت مدتها",
    "look-certificate-name": "شهادته لمضيف آخر",
    "look-certificate-unsigned": "شهادته لم يوقعها أحد موثوق",
    "look-insecure": "لم يمكن اتصال آمن: {reason}",
    "look-damaged": "انقطع الجواب أو هو تالف: {reason}",
    "look-packed": "الجواب مضغوط على نحو لم يُطلب: {packing}",
    "look-broken-off": "قطع الخادم الاتصال",
    "look-senseless": "لا معنى للجواب: {reason}",
    "look-circle": "تدور إحالاته في حلقة",
    "look-hops": "يحيل من عنوان إلى عنوان أكثر من المسموح، وهو: {limit}",
    "look-leads-nowhere": "يقود إلى {address} وليس عنوانا",
    "look-leads-off": "يقود إلى {address} وليس على الشبكة",
    "look-host-slow": "طالت أجوبة الخادم أكثر من المسموح، وهو بالثواني: {seconds}",
    "look-left-alone": "يطلب الخادم أن يُترك مدة، وهي بالثواني: {seconds}",
    "look-fewer": "يطلب الخادم طلبات أقل",
    "look-fault": "لخلل في dalil نفسه، فأبلغ عنه رجاء: {fault}",
    "look-archive-answer": "أجاب الأرشيف: {answer}",
    "look-archive-senseless": "لا معنى لجواب الأرشيف",
}
